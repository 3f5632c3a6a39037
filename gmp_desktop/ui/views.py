"""How the window shows what is in it: colours, page view, outline, key card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gmp_desktop.ui.enabling import enable
from gmp_desktop.ui.look import Scheme

if TYPE_CHECKING:
    from gmp_desktop.ui.workbench import Workbench


class Views:
    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def choose_scheme(self, scheme: Scheme) -> None:
        self._bench.settings.setValue("scheme", scheme.value)
        self._bench.window.look.choose(scheme)
        enable(self._bench)

    def toggle_page_view(self) -> None:
        self._bench.window.want_page_view(not self._bench.window.page_view.isVisible())
        self._bench.news.show_facts()
        enable(self._bench)

    def toggle_outline(self) -> None:
        shown = not self._bench.report.outline.isVisible()
        self._bench.report.outline.setVisible(shown)
        self._bench.settings.setValue("outline", shown)
        enable(self._bench)

    def toggle_full_screen(self) -> None:
        self._bench.window.setWindowState(
            self._bench.window.windowState() ^ self._bench.window.windowState().WindowFullScreen
        )

    def show_keys(self) -> None:
        from gmp_desktop.ui.pages.keys_page import KeysPage

        self._bench.leave_page()
        if self._bench.has_meeting:
            self._bench.desk.make_all()
        page = KeysPage(self._bench.window.look, self._bench.commands)
        self._bench.window.pages.addWidget(page)
        page.left.connect(self._bench.go_back)
        self._bench.window.show_page(page, framed=self._bench.has_meeting)
        page.back.setFocus()
