using Shopify.Client;

namespace Snippets.Shopify;

internal static class Bulk
{
    public static async Task ExportAsync(ShopifyAdmin admin, CancellationToken cancellationToken)
    {
        #region export
        var started = await admin.RunBulkQueryAsync(
            "{ products { edges { node { id title variants { edges { node { id price } } } } } } }", cancellationToken: cancellationToken);
        if (started.Operation is not { } operation)
            return;                                  // started.IsBusy: five run already; otherwise started.UserErrors says why

        var done = await admin.WaitForBulkOperationAsync(operation.Id, cancellationToken: cancellationToken);
        if (done?.Url is { } url)                    // null as well when there is nothing in the file
        {
            await foreach (var product in admin.ReadBulkFileAsync(url, offset: 0, cancellationToken))
            {
                Console.WriteLine($"{product.Id} has {product.Children.Count} variants");
                // Keep product.NextOffset: after a restart, reading begins there.
            }
        }
        #endregion
    }

    public static async Task ChangeAsync(ShopifyAdmin admin, CancellationToken cancellationToken)
    {
        #region mutation
        await using var lines = File.OpenRead("tags.jsonl");   // {"id":"gid://shopify/Product/1"} and so on, one a line
        var started = await admin.RunBulkMutationAsync(
            "mutation Tag($id: ID!) { tagsAdd(id: $id, tags: [\"chat\"]) { userErrors { field message } } }", lines, cancellationToken: cancellationToken);
        #endregion
        _ = started;
    }
}
