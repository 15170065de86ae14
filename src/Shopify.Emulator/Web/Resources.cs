using System.Reflection;

namespace Shopify.Emulator.Web;

/// <summary>Files packed into this assembly.</summary>
internal static class Resources
{
    private static readonly Assembly Here = typeof(Resources).Assembly;

    public static Stream? Open(string name) => Here.GetManifestResourceStream(name);

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name) ?? throw new InvalidOperationException($"{name} is not packed."));
        return reader.ReadToEnd();
    }
}
