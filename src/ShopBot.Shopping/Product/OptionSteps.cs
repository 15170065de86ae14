using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Product;

/// <summary>Choosing options one after another: only values that lead to a variant which exists, and only questions that have more than one answer.</summary>
internal static class OptionSteps
{
    /// <param name="product">The product.</param>
    /// <param name="picked">Where the values picked so far stand among their option's, in the order of the options.</param>
    public static OptionStep Next(ProductDetails product, IReadOnlyList<int> picked)
    {
        var left = Matching(product, picked);
        var chosen = picked.ToList();
        while (left.Count > 0 && chosen.Count < product.Options.Count)
        {
            var option = product.Options[chosen.Count];
            var index = chosen.Count;
            var values = option.Values.Select((value, place) => (value, place)).Where(one => left.Any(variant => variant.OptionValues[index] == one.value)).ToList();
            if (values.Count != 1)
                return new OptionStep(option.Name, [.. values.Select(one => new OptionValue(one.value, one.place, [.. left.Where(variant => variant.OptionValues[index] == one.value)]))], null, chosen);
            chosen.Add(values[0].place);
        }

        return new OptionStep("", [], left.FirstOrDefault(), chosen);
    }

    /// <summary>Whether the options can be asked one by one; else the variants are listed as they are.</summary>
    public static bool Fit(ProductDetails product) =>
        product.Options is { Count: > 0 } && product.Variants.All(variant => variant.OptionValues?.Count == product.Options.Count
            && variant.OptionValues.Zip(product.Options).All(pair => pair.Second.Values.Contains(pair.First)));

    private static List<VariantOffer> Matching(ProductDetails product, IReadOnlyList<int> picked) =>
        [.. product.Variants.Where(variant => picked.Select((place, i) => (place, i)).All(one =>
            one.i < product.Options.Count && one.place >= 0 && one.place < product.Options[one.i].Values.Count && variant.OptionValues[one.i] == product.Options[one.i].Values[one.place]))];
}

/// <summary>What is to be chosen next.</summary>
/// <param name="Option">The option's name; empty when all is chosen.</param>
/// <param name="Values">Its values.</param>
/// <param name="Variant">The variant, when all is chosen; null when there is none such.</param>
/// <param name="Picked">What is picked so far, with what picked itself.</param>
internal sealed record OptionStep(string Option, IReadOnlyList<OptionValue> Values, VariantOffer? Variant, IReadOnlyList<int> Picked);

/// <summary>A value that may be chosen.</summary>
internal sealed record OptionValue(string Value, int Place, IReadOnlyList<VariantOffer> Variants);
