namespace Shopify.Client;

public sealed partial class ShopifyStorefront
{
    /// <summary>The pages of a connection of an operation of your own; see <see cref="ShopifyPaging"/> for where the walk ends.</summary>
    /// <typeparam name="TVariables">The variables' type.</typeparam>
    /// <typeparam name="TData">The type of <c>data</c>.</typeparam>
    /// <typeparam name="TItem">What is listed.</typeparam>
    /// <param name="operation">The operation; it takes the cursor as a variable.</param>
    /// <param name="variables">The variables for a cursor, which is null for the first page. All else must stay the same.</param>
    /// <param name="page">Takes the page out of the data; null ends the walk.</param>
    /// <param name="maxItems">No further page is read once this many items were seen; 1 or more, default <see cref="ShopifyPaging.MaxDepth"/>.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The pages in order.</returns>
    /// <exception cref="ShopifyException">A call failed, or an answer came with errors; thrown while enumerating.</exception>
    public IAsyncEnumerable<Page<TItem>> PagesAsync<TVariables, TData, TItem>(
        ShopifyOperation<TVariables, TData> operation,
        Func<string?, TVariables> variables,
        Func<TData, Page<TItem>?> page,
        int maxItems = ShopifyPaging.MaxDepth,
        CancellationToken cancellationToken = default)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(page);
        return ShopifyPaging.PagesAsync((cursor, token) => ReadPageAsync(operation, variables(cursor), page, token), null, maxItems, cancellationToken);
    }

    /// <summary>The items of a connection of an operation of your own; see <see cref="ShopifyPaging"/> for where the walk ends.</summary>
    /// <typeparam name="TVariables">The variables' type.</typeparam>
    /// <typeparam name="TData">The type of <c>data</c>.</typeparam>
    /// <typeparam name="TItem">What is listed.</typeparam>
    /// <param name="operation">The operation; it takes the cursor as a variable.</param>
    /// <param name="variables">The variables for a cursor, which is null for the first page. All else must stay the same.</param>
    /// <param name="page">Takes the page out of the data; null ends the walk.</param>
    /// <param name="maxItems">The most items returned; 1 or more, default <see cref="ShopifyPaging.MaxDepth"/>.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The items in order.</returns>
    /// <exception cref="ShopifyException">A call failed, or an answer came with errors; thrown while enumerating.</exception>
    public IAsyncEnumerable<TItem> EnumerateAsync<TVariables, TData, TItem>(
        ShopifyOperation<TVariables, TData> operation,
        Func<string?, TVariables> variables,
        Func<TData, Page<TItem>?> page,
        int maxItems = ShopifyPaging.MaxDepth,
        CancellationToken cancellationToken = default)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(page);
        return ShopifyPaging.EnumerateAsync((cursor, token) => ReadPageAsync(operation, variables(cursor), page, token), null, maxItems, cancellationToken);
    }

    private async Task<Page<TItem>> ReadPageAsync<TVariables, TData, TItem>(
        ShopifyOperation<TVariables, TData> operation, TVariables variables, Func<TData, Page<TItem>?> page, CancellationToken cancellationToken)
        where TData : class
    {
        var response = await ExecuteAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        var read = page(AnswerReader.Require(response, Shop, operation.OperationName)) ?? new Page<TItem>([], false, null);
        return read.SearchWarnings.Count == 0 && response.SearchWarnings.Count > 0 ? read with { SearchWarnings = response.SearchWarnings } : read;
    }
}
