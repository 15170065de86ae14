using System.Text;

namespace Shopify.Client;

/// <summary>Reads the documents that are embedded beside the code which uses them.</summary>
internal static class GraphQLDocument
{
    public static string Load(string path)
    {
        using var stream = typeof(GraphQLDocument).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The GraphQL document '{path}' is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
