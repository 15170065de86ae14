using Tests;

namespace Shopify.Client.Tests.Schemas;

/// <summary>Where the pages about Shopify lie.</summary>
internal static class ShopifyPages
{
    public static string Folder { get; } = RepositoryRoot.Of("docs/shopify");
}
