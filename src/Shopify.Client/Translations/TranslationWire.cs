namespace Shopify.Client;

internal sealed record TranslationsByIdsVariables(IReadOnlyList<string> Ids, string Locale);

internal sealed record TranslationsByIdsData(IReadOnlyList<TranslatedNodeWire?>? Nodes);

internal sealed record TranslatedNodeWire(string? Id, IReadOnlyList<TranslationWire?>? Translations)
{
    public TranslatedResource? ToModel() => Id is null ? null : new TranslatedResource(Id, (Translations ?? [])
        .OfType<TranslationWire>()
        .Where(static text => text is { Key: not null, Value: not null })
        .DistinctBy(static text => text.Key)
        .ToDictionary(static text => text.Key!, static text => text.Value!, StringComparer.Ordinal));
}

internal sealed record TranslationWire(string? Key, string? Value);

internal sealed record ShopLocalesData(IReadOnlyList<ShopLocaleWire?>? ShopLocales);

internal sealed record ShopLocaleWire(string? Locale, bool? Primary);
