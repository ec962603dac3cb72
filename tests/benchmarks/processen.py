"""What processes and their children take of this machine: CPU time and memory, from /proc."""

import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def stat(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat behind the name of the program; none when the process has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def parent(pid: int) -> int:
    return int(stat(pid)[1])


def family(root: int) -> list[int]:
    """The process and all that come from it."""
    pids = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    parents = {pid: int(fields[1]) for pid in pids if (fields := stat(pid))}
    found = [root]
    for pid in found:
        found += [child for child, of in parents.items() if of == pid]
    return found


def cpu_seconds(root: int) -> float:
    """CPU time of a family until now, with that of the children that ended."""
    return sum(int(ticks) for pid in family(root) for ticks in stat(pid)[11:15]) / TICK


def machine_seconds() -> float:
    """CPU time of everything on this machine until now."""
    user, nice, system, _idle, _iowait, *interrupts = map(int, Path("/proc/stat").read_text().split()[1:9])
    return (user + nice + system + sum(interrupts)) / TICK


def memory(root: int) -> tuple[int, float, float]:
    """Of a family: how many processes, RSS added up, and PSS (what they share is counted once); in MB."""
    rss = pss = count = 0
    for pid in family(root):
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
        except OSError:
            continue
        sizes = {line.split()[0]: int(line.split()[1]) for line in lines}
        rss, pss, count = rss + sizes["Rss:"], pss + sizes["Pss:"], count + 1
    return count, rss / 1024, pss / 1024
