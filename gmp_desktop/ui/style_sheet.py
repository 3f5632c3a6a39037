"""The one style sheet of the window: a dozen rules filled from the colour roles; all else is Fusion's."""

from gmp_desktop.ui.roles import Roles


def style_sheet(roles: Roles) -> str:
    return _RULES.format(**roles._asdict())


_RULES = """
QLineEdit, QTextEdit[field="1"], QComboBox {{
    border: 1px solid {edge}; border-radius: 4px; padding: 3px 9px; min-height: 22px;
    background: {base}; color: {text}; placeholder-text-color: {text3};
    selection-background-color: {sel}; selection-color: {text};
}}
QLineEdit:focus, QTextEdit[field="1"]:focus, QComboBox:focus {{
    border: 2px solid {focus}; padding: 2px 8px;
}}
QLineEdit[wrong="1"] {{ border: 2px solid {error}; padding: 2px 8px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: none; }}
QPushButton {{
    border: 1px solid {edge}; border-radius: 4px; padding: 4px 12px; min-height: 18px;
    background: {base}; color: {text}; font-weight: 500;
}}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: 3px 11px; }}
QPushButton:disabled {{ border-color: {rule}; color: {disabled}; }}
QPushButton[primary="1"] {{ border: 1px solid {accent}; background: {accent}; color: {onaccent}; font-weight: 600; }}
QPushButton[primary="1"]:focus {{ border: 2px solid {text}; }}
QPushButton[primary="1"]:disabled {{ border-color: {track}; background: {track}; color: {text2}; }}
QPushButton[link="1"] {{ border: 1px solid transparent; background: transparent; color: {accent}; font-weight: 600; padding: 4px 6px; }}
QPushButton[link="1"]:hover {{ background: {hover}; }}
QPushButton[link="1"]:focus {{ border: 2px solid {focus}; padding: 3px 5px; }}
QHeaderView::section {{
    border: none; border-bottom: 1px solid {edge}; background: {base}; color: {text2};
    font-size: 8.5pt; font-weight: 500; padding: 4px 8px 6px 8px;
}}
QSplitter::handle {{ background: {rule}; }}
QMenu {{ background: {base}; color: {text}; border: 1px solid {edge}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 3px; }}
QMenu::item:selected {{ background: {sel}; color: {text}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {rule}; margin: 4px 8px; }}
QToolTip {{ background: {base}; color: {text}; border: 1px solid {edge}; padding: 4px 6px; }}
"""
