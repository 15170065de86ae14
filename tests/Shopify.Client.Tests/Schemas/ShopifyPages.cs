namespace Shopify.Client.Tests.Schemas;

/// <summary>Where the pages about Shopify lie.</summary>
internal static class ShopifyPages
{
    public static string Folder { get; } = Path.Combine(Root(), "docs", "shopify");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ShopBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
