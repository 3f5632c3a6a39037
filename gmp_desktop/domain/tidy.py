"""Text at the door: what no database and no file format can hold is taken out."""


def tidy(text: str) -> str:
    """The text without NUL; halves of a surrogate pair are joined, a lone half becomes U+FFFD."""
    if "\0" in text:
        text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
