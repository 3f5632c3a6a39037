"""Who is what in the Partnership, from when until when: appointments, areas and their partners."""

from gmp_desktop.domain.values import value


@value
class Area:
    """A Partnership area; ``articles`` are those of the Convention it mainly serves."""

    code: str
    name: str
    short_name: str
    articles: tuple[int, ...] = ()
