"""What one can do in this version: the commands with their words and keys, and the menus they stand in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup

from gmp_desktop.domain.blocks import Heading, ListItem, Marker, Paragraph, Quotation
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.look import Scheme
from gmp_desktop.ui.widgets.steps import Step

if TYPE_CHECKING:
    from gmp_desktop.domain.blocks import Block
    from gmp_desktop.ui.report.row import Row
    from gmp_desktop.ui.workbench import Workbench

translate = QCoreApplication.translate
FILE, EDIT, PARAGRAPH, STYLE, VIEW = "file", "edit", "paragraph", "style", "view"
STYLES = ("numbered", "unnumbered", "heading", "subheading", "item", "subitem", "bullet", "quotation")


def fill(commands: Commands, bench: Workbench) -> None:
    for group, words in (
        (FILE, translate("menu", "&File")),
        (EDIT, translate("menu", "&Edit")),
        (PARAGRAPH, translate("menu", "&Paragraph")),
        (STYLE, translate("menu", "&Make it")),
        (VIEW, translate("menu", "&View")),
    ):
        commands.name_group(group, words)
    _file(commands, bench)
    _edit(commands, bench)
    _paragraph(commands, bench)
    _view(commands, bench)
    _menu(commands, bench)


def _file(commands: Commands, bench: Workbench) -> None:
    add = commands.add
    add("new", FILE, translate("menu", "New meeting…"), bench.new_meeting, "Ctrl+N", "calendar-plus")
    add("import", FILE, translate("menu", "Import…"), bench.paper.ask_to_open, "Ctrl+O", "download")
    add("sample", FILE, translate("menu", "Open the sample meeting"), bench.open_sample, (), "book-open")
    add("export", FILE, translate("menu", "Export…"), bench.paper.export, "Ctrl+E", "file-down")
    add(
        "papers",
        FILE,
        translate("menu", "Papers of the meeting…"),
        bench.paper.show_papers,
        "Ctrl+Shift+E",
        "file-text",
    )
    add("preview", FILE, translate("menu", "Print preview"), bench.paper.preview, "Ctrl+Shift+P", "printer")
    add("print", FILE, translate("menu", "Print…"), bench.paper.print, "Ctrl+P", "printer")
    add("quit", FILE, translate("menu", "Quit"), bench.quit, "Ctrl+Q", "x")


def _edit(commands: Commands, bench: Workbench) -> None:
    add, page = commands.add, bench.report
    add("undo", EDIT, translate("menu", "Undo"), bench.undo, "Ctrl+Z", "undo-2")
    add("redo", EDIT, translate("menu", "Redo"), bench.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2")
    add("italic", EDIT, translate("menu", "Italic"), page.italic, "Ctrl+I")
    add("bold", EDIT, translate("menu", "Bold"), page.bold, "Ctrl+B")
    add("find", EDIT, translate("menu", "Find in this place"), bench.find, "Ctrl+F", "search")
    add("palette", EDIT, translate("menu", "Find or do anything"), bench.open_palette, "Ctrl+K", "search")


def _paragraph(commands: Commands, bench: Workbench) -> None:
    add, page = commands.add, bench.report
    add(
        "edit",
        PARAGRAPH,
        translate("menu", "Write in the paragraph"),
        page.list.ask_to_open,
        "F2",
        "pen-line",
    )
    add(
        "add",
        PARAGRAPH,
        translate("menu", "New paragraph below"),
        page.writing.add_below,
        "Ctrl+Return",
        "plus",
    )
    add("split", PARAGRAPH, translate("menu", "Split at the cursor"), page.split, (), "split")
    add("join", PARAGRAPH, translate("menu", "Join with the one above"), page.join, (), "merge")
    up, down = partial(page.writing.move, Step.UP), partial(page.writing.move, Step.DOWN)
    add("up", PARAGRAPH, translate("menu", "Move up"), up, "Alt+Up", "arrow-up")
    add("down", PARAGRAPH, translate("menu", "Move down"), down, "Alt+Down", "arrow-down")
    add("remove", PARAGRAPH, translate("menu", "Remove the paragraph"), page.writing.remove, (), "trash-2")
    add("front", PARAGRAPH, translate("menu", "Front page"), page.open_front, (), "file-text")
    add(
        "set-aside",
        PARAGRAPH,
        translate("menu", "What the import set aside"),
        page.open_set_aside,
        (),
        "archive",
    )
    for name, words in zip(STYLES, _style_words(), strict=True):
        add(name, STYLE, words, partial(bench.restyle, name), ())


def _style_words() -> tuple[str, ...]:
    return (
        translate("menu", "Numbered paragraph"),
        translate("menu", "Paragraph without number"),
        translate("menu", "Heading"),
        translate("menu", "Sub-heading"),
        translate("menu", "List item (a)"),
        translate("menu", "List item (i)"),
        translate("menu", "Bullet"),
        translate("menu", "Quotation"),
    )


def styled(name: str, row: Row) -> Block:
    """An empty block of the kind asked for, in the row's place."""
    made: dict[str, Block] = {
        "numbered": Paragraph(row.id, ""),
        "unnumbered": Paragraph(row.id, "", numbered=False),
        "heading": Heading(row.id, "", 1),
        "subheading": Heading(row.id, "", 2),
        "item": ListItem(row.id, "", 1),
        "subitem": ListItem(row.id, "", 2),
        "bullet": ListItem(row.id, "", 1, Marker.BULLET),
        "quotation": Quotation(row.id, ""),
    }
    return made[name]


def _view(commands: Commands, bench: Workbench) -> None:
    add = commands.add
    for at, entry in enumerate(bench.window.places.entries(), start=1):
        go = partial(bench.go, entry.place)
        add(entry.place.value, VIEW, entry.words, go, f"Ctrl+{at}", entry.icon)
    add(
        "page-view",
        VIEW,
        translate("menu", "Page view"),
        bench.views.toggle_page_view,
        "F8",
        "panel-right",
        checkable=True,
    )
    add(
        "outline",
        VIEW,
        translate("menu", "Outline"),
        bench.views.toggle_outline,
        "F9",
        "list-tree",
        checkable=True,
    )
    schemes = QActionGroup(commands)
    for scheme, words, icon in (
        (Scheme.SYSTEM, translate("menu", "Colours of the system"), "settings"),
        (Scheme.LIGHT, translate("menu", "Light colours"), "sun"),
        (Scheme.DARK, translate("menu", "Dark colours"), "moon"),
        (Scheme.CONTRAST, translate("menu", "High contrast"), "contrast"),
    ):
        choose = partial(bench.views.choose_scheme, scheme)
        schemes.addAction(add(scheme.value, VIEW, words, choose, (), icon, checkable=True))
    add("keys", VIEW, translate("menu", "Keys"), bench.views.show_keys, "F1", "keyboard")
    add("menu", VIEW, translate("menu", "Open the menu"), bench.window.header.menu.open, "F10", "menu")
    add(
        "fullscreen",
        VIEW,
        translate("menu", "Full screen"),
        bench.views.toggle_full_screen,
        "F11",
        checkable=True,
    )


def _menu(commands: Commands, bench: Workbench) -> None:
    """Behind the menu button; on macOS in the system's own bar as well."""
    import sys

    for group in (FILE, EDIT, PARAGRAPH, VIEW):
        menu = commands.menu(group)
        if group == PARAGRAPH:
            menu.insertMenu(commands["remove"], commands.menu(STYLE))
        bench.window.menu.addMenu(menu)
        if sys.platform == "darwin":
            bench.window.menuBar().addMenu(menu)
