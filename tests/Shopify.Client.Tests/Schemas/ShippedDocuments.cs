using System.Text;

namespace Shopify.Client.Tests.Schemas;

/// <summary>The documents as they are inside the package.</summary>
internal static class ShippedDocuments
{
    public static IReadOnlyList<string> Paths { get; } =
        [.. typeof(ShopifyClient).Assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".graphql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Read(string path)
    {
        using var reader = new StreamReader(typeof(ShopifyClient).Assembly.GetManifestResourceStream(path)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
