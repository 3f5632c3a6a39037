"""The plug is pulled while a person types: at most the last second is missing, and the record is sound."""

import random
import time

import pytest

from tests.outside.desk import Desk

KILLS = 20
DURABLE_WITHIN_S = 1.0


def typed_until_killed(desk: Desk, words: list[str], chance: random.Random) -> list[tuple[str, float]]:
    """Type words into the first paragraph and kill the program in the middle; when each word was done.

    Keys of the moment before the record is open are kept in memory only: the foot says when it is.
    """
    desk.see("Paragraph 1:")
    desk.until(lambda: any("on this computer" in node["name"] for node in desk.tree()), "the record")
    desk.key("Return")
    desk.key("ctrl+End")
    done = []
    for word in words:
        desk.type(f" {word}", delay_ms=4)
        done.append((word, time.monotonic()))
        time.sleep(chance.uniform(0, 0.4))
    desk.type(" unfinis", delay_ms=4)
    desk.kill()
    return done


@pytest.mark.timeout(420)
def test_a_kill_loses_at_most_the_last_second(desk: Desk) -> None:
    assert desk.run("sample").returncode == 0
    chance = random.Random(20251118)
    for kill in range(KILLS):
        words = [f"k{kill}w{number}" for number in range(chance.randint(1, 9))]
        desk.open()
        done = typed_until_killed(desk, words, chance)
        pulled = time.monotonic()

        verified = desk.run("verify")
        assert verified.returncode == 0, verified.stdout + verified.stderr
        desk.run("export", "--to", str(desk.data / "after.txt"))
        kept = (desk.data / "after.txt").read_text("utf-8")
        assert [word for word, at in done if pulled - at > DURABLE_WITHIN_S and word not in kept] == []
