using System.IO.Compression;
using System.Reflection;
using GraphQLParser;
using GraphQLParser.AST;

namespace Shopify.Emulator.Tests.Documents;

/// <summary>A schema read from its text, without any of the emulator's own code.</summary>
public sealed class SchemaText
{
    private readonly Dictionary<string, GraphQLTypeDefinition> _types;

    private SchemaText(string api)
    {
        using var packed = Assembly.GetExecutingAssembly().GetManifestResourceStream($"schemas/{api}-2026-10.graphql.gz")!;
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        _types = Parser.Parse(reader.ReadToEnd(), new ParserOptions { Ignore = IgnoreOptions.All }).Definitions.OfType<GraphQLTypeDefinition>()
            .ToDictionary(static t => t.Name.StringValue);
    }

    public static Lazy<SchemaText> Admin { get; } = new(static () => new("admin"));

    public static Lazy<SchemaText> Storefront { get; } = new(static () => new("storefront"));

    public GraphQLTypeDefinition this[string name] => _types[name];

    public bool IsBuiltIn(string name) => !_types.ContainsKey(name);

    public GraphQLFieldDefinition? Field(string type, string field) => (_types[type] switch
    {
        GraphQLObjectTypeDefinition o => o.Fields,
        GraphQLInterfaceTypeDefinition i => i.Fields,
        _ => null,
    })?.Items.Find(f => f.Name.Value == field);

    /// <summary>Whether an object of type <paramref name="concrete"/> may stand where <paramref name="declared"/> is written.</summary>
    public bool Fits(string concrete, string declared) => concrete == declared || _types[declared] switch
    {
        GraphQLUnionTypeDefinition union => union.Types!.Items.Exists(t => t.Name.Value == concrete),
        GraphQLInterfaceTypeDefinition => (_types[concrete] as GraphQLObjectTypeDefinition)?.Interfaces?.Items.Exists(t => t.Name.Value == declared) == true,
        _ => false,
    };
}
