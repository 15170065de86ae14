using System.Reflection;

namespace ShopBot.Storage.Postgres.Tests.Server;

/// <summary>The schema of every released version, as that version made it: dumps that never change, with a few rows in them.</summary>
internal static class ReleasedSchemas
{
    private static readonly Assembly Tests = typeof(ReleasedSchemas).Assembly;

    public static IReadOnlyList<string> Names { get; } = [.. Tests.GetManifestResourceNames().Order(StringComparer.Ordinal)];

    public static string Read(string name)
    {
        using var reader = new StreamReader(Tests.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
