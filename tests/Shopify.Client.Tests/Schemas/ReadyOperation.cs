using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Shopify.Client.Tests.Schemas;

/// <summary>An operation of the package, found where the code keeps it.</summary>
internal sealed record ReadyOperation(string Name, string Path, string Document, bool IsMutation, IReadOnlyList<string> RequiredScopes, JsonTypeInfo Variables)
{
    public static IReadOnlyList<ReadyOperation> All { get; } = [.. typeof(ShopifyClient).Assembly.GetTypes()
        .Where(static type => type.Name.EndsWith("Operations", StringComparison.Ordinal))
        .SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(static property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ShopifyOperation<,>))
        .Select(static property => From(property.PropertyType, property.GetValue(null)!))
        .OrderBy(static operation => operation.Path, StringComparer.Ordinal)];

    public static ReadyOperation ByPath(string path) => All.Single(operation => operation.Path == path);

    private static ReadyOperation From(Type type, object operation)
    {
        T Get<T>(string property) => (T)type.GetProperty(property)!.GetValue(operation)!;
        var name = Get<string>(nameof(ShopifyOperation<int, int>.OperationName));
        return new(
            name,
            ShippedDocuments.Paths.Single(path => System.IO.Path.GetFileNameWithoutExtension(path) == name),
            Get<string>(nameof(ShopifyOperation<int, int>.Document)),
            Get<bool>(nameof(ShopifyOperation<int, int>.IsMutation)),
            Get<IReadOnlyList<string>>(nameof(ShopifyOperation<int, int>.RequiredScopes)),
            ShopifyJson.Default.GetTypeInfo(type.GetGenericArguments()[0])!);
    }
}
