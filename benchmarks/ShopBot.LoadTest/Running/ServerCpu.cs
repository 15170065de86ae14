using System.Globalization;

namespace ShopBot.LoadTest.Running;

/// <summary>Processor time and memory of a database server, which is a family of processes.</summary>
internal static class ServerCpu
{
    private const double TicksPerSecond = 100;

    /// <summary>The server whose command line has this text, with all its children, those that ended included.</summary>
    public static (TimeSpan Cpu, long Memory) Of(string commandLine)
    {
        if (Find(commandLine) is not { } root)
            return default;
        var (ticks, pages) = (0L, 0L);
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Read(id) is not { } stat)
                continue;
            if (id != root && stat.Parent != root)
                continue;
            ticks += stat.Ticks + (id == root ? stat.EndedChildren : 0);
            pages += stat.Pages;
        }

        return (TimeSpan.FromSeconds(ticks / TicksPerSecond), pages * Environment.SystemPageSize);
    }

    private static int? Find(string commandLine)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Text(id, "cmdline") is not { } line)
                continue;
            if (line.StartsWith("/usr/lib/postgresql", StringComparison.Ordinal) && line.Contains(commandLine, StringComparison.Ordinal) && line.Contains("/postgres\0", StringComparison.Ordinal))
                return id;
        }

        return null;
    }

    private static (int Parent, long Ticks, long EndedChildren, long Pages)? Read(int id)
    {
        if (Text(id, "stat") is not { } stat)
            return null;
        // The name stands in brackets and may hold anything.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(1), Long(11) + Long(12), Long(13) + Long(14), Long(21));

        int Number(int i) => int.Parse(fields[i], CultureInfo.InvariantCulture);
        long Long(int i) => long.Parse(fields[i], CultureInfo.InvariantCulture);
    }

    private static string? Text(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
