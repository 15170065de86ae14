namespace Shopify.Client;

internal static class WireMapping
{
    public static Page<TItem> ToPage<TWire, TItem>(this NodesWire<TWire> nodes, Func<TWire, TItem> map)
        where TWire : class =>
        new([.. nodes.Present().Select(map)], nodes.PageInfo?.HasNextPage ?? false, nodes.PageInfo?.EndCursor);

    public static IReadOnlyList<ShopifyUserError> ToUserErrors(this IReadOnlyList<UserErrorWire?>? errors) =>
        [.. (errors ?? []).OfType<UserErrorWire>().Select(static error => new ShopifyUserError(error.Field, error.Message ?? "(no message)", error.Code))];
}
