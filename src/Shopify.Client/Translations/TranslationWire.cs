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

internal sealed record OptionTranslationsData(IReadOnlyList<OptionsOfProductWire?>? Nodes);

internal sealed record OptionsOfProductWire(string? Id, IReadOnlyList<TranslatedOptionWire?>? Options)
{
    public TranslatedOptions? ToModel() => Id is null ? null : new(Id, [.. (Options ?? []).OfType<TranslatedOptionWire>().Select(static option => option.ToModel())]);
}

internal sealed record TranslatedOptionWire(string? Name, IReadOnlyList<TranslationWire?>? Translations, IReadOnlyList<TranslatedOptionWire?>? OptionValues)
{
    public TranslatedOption ToModel() => new(Name ?? string.Empty, Translation ?? Name ?? string.Empty, [.. (OptionValues ?? [])
        .OfType<TranslatedOptionWire>()
        .Where(static value => value.Name is not null)
        .Select(static value => new TranslatedOptionValue(value.Name!, value.Translation ?? value.Name!))]);

    /// <summary>An option and a value have no other text than their name.</summary>
    private string? Translation => Translations?.Select(static text => text?.Value).FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text));
}

internal sealed record ShopLocalesData(IReadOnlyList<ShopLocaleWire?>? ShopLocales);

internal sealed record ShopLocaleWire(string? Locale, bool? Primary);
