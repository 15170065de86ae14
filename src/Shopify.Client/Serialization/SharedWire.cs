namespace Shopify.Client;

internal sealed record NoVariables
{
    public static NoVariables Instance { get; } = new();
}

internal sealed record NodesWire<T>(IReadOnlyList<T?>? Nodes, PageInfoWire? PageInfo)
    where T : class
{
    public IEnumerable<T> Present() => Nodes?.OfType<T>() ?? [];
}

internal sealed record PageInfoWire(bool? HasNextPage, string? EndCursor);

internal sealed record CountWire(int? Count);

internal sealed record UserErrorWire(IReadOnlyList<string>? Field, string? Message, string? Code);

internal sealed record MoneyWire(decimal? Amount, string? CurrencyCode)
{
    public MoneyV2? ToMoney() => Amount is { } amount && CurrencyCode is { } currency ? new MoneyV2(amount, currency) : null;
}

internal sealed record ImageWire(string? Url);

internal sealed record SelectedOptionWire(string? Name, string? Value);

internal sealed record MoneyBagWire(MoneyWire? ShopMoney, MoneyWire? PresentmentMoney);

internal sealed record AttributeWire(string? Key, string? Value);

internal sealed record IdentifierWire(string? Id, string? Handle);
