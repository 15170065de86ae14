using System.Text.Json;

namespace Shopify.Client;

/// <summary>Reads options, their values and lists of texts; each step begins at the property.</summary>
internal static class OptionReader
{
    public static IReadOnlyList<SelectedOption> ReadSelected(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        var options = new Rows<SelectedOption>();
        if (json.EnterArray())
        {
            while (json.NextObject())
            {
                string? name = null, value = null;
                while (json.NextField())
                {
                    if (json.ValueTextEquals("name"u8))
                        name = json.Text(texts);
                    else if (json.ValueTextEquals("value"u8))
                        value = json.Text(texts);
                    else
                        json.SkipField();
                }

                options.Add(new SelectedOption(name ?? string.Empty, value ?? string.Empty));
            }
        }

        return options.ToList();
    }

    public static IReadOnlyList<ProductOption> ReadOptions(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        var options = new Rows<ProductOption>();
        if (json.EnterArray())
        {
            while (json.NextObject())
            {
                string? name = null;
                IReadOnlyList<string> values = [];
                while (json.NextField())
                {
                    if (json.ValueTextEquals("name"u8))
                        name = json.Text(texts);
                    else if (json.ValueTextEquals("optionValues"u8))
                        values = ReadNames(ref json, texts);
                    else
                        json.SkipField();
                }

                options.Add(new ProductOption(name ?? string.Empty, values));
            }
        }

        return options.ToList();
    }

    public static IReadOnlyList<string> ReadTexts(ref Utf8JsonReader json)
    {
        var values = new Rows<string>();
        if (json.EnterArray())
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (json.TokenType == JsonTokenType.String)
                    values.Add(json.GetString()!);
                else
                    json.Skip();
            }
        }

        return values.ToList();
    }

    private static IReadOnlyList<string> ReadNames(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        var names = new Rows<string>();
        if (json.EnterArray())
        {
            while (json.NextObject())
            {
                while (json.NextField())
                {
                    if (!json.ValueTextEquals("name"u8))
                        json.SkipField();
                    else if (json.Text(texts) is { } name)
                        names.Add(name);
                }
            }
        }

        return names.ToList();
    }
}
