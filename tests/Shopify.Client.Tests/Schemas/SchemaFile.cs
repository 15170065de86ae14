using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;

namespace Shopify.Client.Tests.Schemas;

/// <summary>Shopify's published schema of one API in one version, read once.</summary>
internal sealed class SchemaFile
{
    private static readonly ConcurrentDictionary<string, Lazy<SchemaFile>> Loaded = new(StringComparer.Ordinal);

    private SchemaFile(string name, JsonElement introspection)
    {
        var schema = introspection.GetProperty("data").GetProperty("__schema");
        Name = name;
        QueryType = schema.GetProperty("queryType").GetProperty("name").GetString()!;
        MutationType = schema.GetProperty("mutationType").GetProperty("name").GetString()!;
        Types = schema.GetProperty("types").EnumerateArray().Select(SchemaType.Read).ToDictionary(static type => type.Name, StringComparer.Ordinal);
        Access = AccessNotes.Read(schema);
        Directives = SchemaDirective.ReadAll(schema);
    }

    public string Name { get; }

    public string QueryType { get; }

    public string MutationType { get; }

    public IReadOnlyDictionary<string, SchemaType> Types { get; }

    public IReadOnlyList<SchemaDirective> Directives { get; }

    public AccessNotes Access { get; }

    public static SchemaFile Admin(string version = SchemaVersions.Newest) => Load($"admin-{version}");

    public static SchemaFile Storefront(string version = SchemaVersions.Newest) => Load($"storefront-{version}");

    public static SchemaFile For(string documentPath, string version = SchemaVersions.Newest) =>
        documentPath.StartsWith("Storefront/", StringComparison.Ordinal) ? Storefront(version) : Admin(version);

    public override string ToString() => Name;

    /// <summary>A schema that is not carried, from what introspection answers.</summary>
    /// <param name="name">Unlike that of every other schema.</param>
    /// <param name="introspection">JSON with <c>data.__schema</c>.</param>
    public static SchemaFile Read(string name, Stream introspection)
    {
        using var json = JsonDocument.Parse(introspection);
        return new SchemaFile(name, json.RootElement);
    }

    /// <summary>The carried file itself, unpacked.</summary>
    public static Stream Open(string name) => new GZipStream(typeof(SchemaFile).Assembly.GetManifestResourceStream($"{name}.json.gz")!, CompressionMode.Decompress);

    private static SchemaFile Load(string name) => Loaded.GetOrAdd(name, static key => new Lazy<SchemaFile>(() => Carried(key))).Value;

    private static SchemaFile Carried(string name)
    {
        using var stream = Open(name);
        return Read(name, stream);
    }
}
