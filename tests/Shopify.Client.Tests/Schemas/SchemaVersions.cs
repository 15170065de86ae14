namespace Shopify.Client.Tests.Schemas;

/// <summary>The API versions whose schemas are carried, oldest first.</summary>
internal static class SchemaVersions
{
    public const string Newest = "2026-10";

    public static string[] All { get; } = ["2026-07", Newest];
}
