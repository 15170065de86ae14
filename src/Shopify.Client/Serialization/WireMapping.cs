namespace Shopify.Client;

internal static class WireMapping
{
    public static Page<TItem> ToPage<TWire, TItem>(this NodesWire<TWire> nodes, Func<TWire, TItem> map)
        where TWire : class =>
        new([.. nodes.Present().Select(map)], nodes.PageInfo?.HasNextPage ?? false, nodes.PageInfo?.EndCursor);

    public static IReadOnlyList<ShopifyUserError> ToUserErrors(this IReadOnlyList<UserErrorWire?>? errors) =>
        [.. (errors ?? []).OfType<UserErrorWire>().Select(static error => new ShopifyUserError(error.Field, error.Message ?? "(no message)", error.Code))];

    public static IReadOnlyList<CartAttribute> ToCartAttributes(this IReadOnlyList<AttributeWire?>? attributes) =>
        [.. (attributes ?? []).OfType<AttributeWire>().Select(static attribute => new CartAttribute(attribute.Key ?? string.Empty, attribute.Value ?? string.Empty))];

    public static IReadOnlyList<OrderAttribute> ToOrderAttributes(this IReadOnlyList<AttributeWire?>? attributes) =>
        [.. (attributes ?? []).OfType<AttributeWire>().Select(static attribute => new OrderAttribute(attribute.Key ?? string.Empty, attribute.Value ?? string.Empty))];

    public static IReadOnlyList<SelectedOption> ToModel(this IReadOnlyList<SelectedOptionWire?>? options) =>
        [.. (options ?? []).OfType<SelectedOptionWire>().Select(static option => new SelectedOption(option.Name ?? string.Empty, option.Value ?? string.Empty))];

    // A value that is always there has the empty word when Shopify withholds it; an optional one is null then.
    public static T? ToOpenEnum<T>(this string? value, Func<string, T> make)
        where T : struct => value is null ? null : make(value);
}
