using System.Reflection;

namespace Shopify.Emulator.Tests.Documents;

/// <summary>One of the documents beside this file.</summary>
public sealed record DocumentFile(string Api, string Name, string Text)
{
    public bool IsAdmin => Api == "Admin";

    public static IReadOnlyList<DocumentFile> All { get; } = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(static n => n.StartsWith("documents/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

    public static DocumentFile Of(string name) => All.Single(d => d.Name == name);

    private static DocumentFile Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        var parts = resource.Split('/', '\\');
        return new(parts[1], Path.GetFileNameWithoutExtension(parts[2]), reader.ReadToEnd());
    }
}
