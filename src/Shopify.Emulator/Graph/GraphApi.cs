using System.IO.Compression;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser.AST;
using Shopify.Emulator.Graph.Admin;
using Shopify.Emulator.Graph.Storefront;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Graph;

/// <summary>
/// One of Shopify's two GraphQL APIs on its real schema. Building the Admin schema takes the better part of a second, so each is
/// built once per process, on first use or from <see cref="Warm"/>.
/// </summary>
internal sealed class GraphApi
{
    private static readonly Lazy<GraphApi> AdminApi = new(static () => new("admin", AdminModel.Create()));
    private static readonly Lazy<GraphApi> StorefrontApi = new(static () => new("storefront", StorefrontModel.Create()));

    private GraphApi(string name, GraphModel model)
    {
        Name = name;
        using var packed = Resources.Open($"schemas/{name}-2026-10.graphql.gz")!;
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        Schema = new Builder(model) { IgnoreLocations = true, RunConfigurations = false }.Build(reader.ReadToEnd());
        Schema.Initialize();
        model.Bind(Schema);
    }

    public static GraphApi Admin => AdminApi.Value;

    public static GraphApi Storefront => StorefrontApi.Value;

    public string Name { get; }

    public bool IsAdmin => Name == "admin";

    public ISchema Schema { get; }

    /// <summary>Documents seen before.</summary>
    public DocumentCache Documents { get; } = new();

    /// <summary>Builds both schemas so that the first request does not wait for them.</summary>
    public static void Warm() => _ = (AdminApi.Value, StorefrontApi.Value);

    private sealed class Builder(GraphModel model) : SchemaBuilder
    {
        private Schema? _schema;

        protected override void PreConfigure(Schema schema)
        {
            _schema = schema;
            foreach (var scalar in ShopifyScalar.All()) schema.RegisterType(scalar);
        }

        protected override InterfaceGraphType ToInterfaceType(GraphQLInterfaceTypeDefinition interfaceDef)
        {
            var type = base.ToInterfaceType(interfaceDef);
            type.ResolveType = ResolveType;
            return type;
        }

        protected override UnionGraphType ToUnionType(GraphQLUnionTypeDefinition unionDef)
        {
            var type = base.ToUnionType(unionDef);
            type.ResolveType = ResolveType;
            return type;
        }

        private IObjectGraphType? ResolveType(object value) =>
            model.NameOf(value) is { } name ? _schema!.AllTypes[name] as IObjectGraphType : null;
    }
}
