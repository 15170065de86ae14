using System.Text;
using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>One value of a request with the path that errors name it by, such as <c>interactive['action']['button']</c>.</summary>
internal sealed record Param(string Path, JsonElement Value)
{
    /// <exception cref="GraphException">100: the body is not a JSON object.</exception>
    public static Param Body(GraphRequest request)
    {
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new Param("", document.RootElement.Clone());
        }
        catch (JsonException)
        {
        }

        throw new GraphException(GraphError.Unsupported("The request body must be a JSON object."));
    }

    public Param? Find(string name) =>
        Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? new Param(Join(name), value) : null;

    public Param Need(string name) => Find(name) ?? throw new GraphException(Path.Length == 0 ? GraphError.MissingTopLevel(name) : GraphError.Missing(Join(name)));

    public Param NeedObject(string name) => Need(name).MustBe(JsonValueKind.Object, "a JSON object");

    public Param? FindObject(string name) => Find(name)?.MustBe(JsonValueKind.Object, "a JSON object");

    public string NeedText(string name, int max)
    {
        var text = Need(name).Text(max);
        return text.Length > 0 ? text : throw new GraphException(LimitError(Join(name), $"must be 1 to {max} characters long"));
    }

    public string? FindText(string name, int max) => Find(name)?.Text(max);

    /// <summary>An id or a title: not empty, no blanks at either end.</summary>
    public string NeedLabel(string name, int max)
    {
        var text = NeedText(name, max);
        return text.Trim().Length == text.Length ? text : throw new GraphException(LimitError(Join(name), "must not start or end with a blank"));
    }

    public IReadOnlyList<Param> NeedItems(string name, int min, int max)
    {
        var items = NeedValues(name, min, max);
        foreach (var item in items)
            item.MustBe(JsonValueKind.Object, "a JSON object");
        return items;
    }

    public IReadOnlyList<Param> NeedValues(string name, int min, int max)
    {
        var array = Need(name).MustBe(JsonValueKind.Array, "an array");
        var items = array.Value.EnumerateArray().Select((item, index) => new Param($"{array.Path}[{index}]", item)).ToArray();
        return items.Length >= min && items.Length <= max ? items : throw new GraphException(LimitError(array.Path, $"must have {min} to {max} items, has {items.Length}"));
    }

    public IReadOnlyList<string> FindTexts(string name, int maxItems, int maxLength) =>
        Find(name) is null ? [] : [.. NeedValues(name, 0, maxItems).Select(item => item.Text(maxLength))];

    /// <summary>True, false, or either of them written as text, as in a query.</summary>
    public bool? FindFlag(string name) => Find(name) is not { } flag ? null : flag.Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(flag.Value.GetString(), out var value) => value,
        _ => throw flag.Wrong("must be true or false"),
    };

    /// <summary>A whole number, or one written as text.</summary>
    public int? FindWhole(string name, int min, int max)
    {
        if (Find(name) is not { } number)
            return null;
        var isRead = number.Value.ValueKind == JsonValueKind.Number
            ? number.Value.TryGetInt32(out var value)
            : int.TryParse(number.Value.ToString(), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out value);
        return isRead && value >= min && value <= max ? value : throw number.Wrong($"must be a whole number from {min} to {max}");
    }

    /// <summary>One of the words the platform knows.</summary>
    public string? FindWord(string name, params ReadOnlySpan<string> known)
    {
        if (FindText(name, 200) is not { } word)
            return null;
        return known.Contains(word) ? word : throw new GraphException(GraphError.Unsupported($"Param {Join(name)} must be one of {{{string.Join(", ", known)}}} - got \"{word}\"."));
    }

    public string NeedWord(string name, params ReadOnlySpan<string> known)
    {
        Need(name);
        return FindWord(name, known)!;
    }

    /// <summary>A copy to keep and change.</summary>
    public System.Text.Json.Nodes.JsonNode? Copy() => System.Text.Json.Nodes.JsonNode.Parse(Value.GetRawText());

    public string NeedUrl(string name, int max)
    {
        var url = NeedText(name, max);
        return MediaRules.IsWebAddress(url) ? url : throw new GraphException(GraphError.Unsupported($"Param {Join(name)} is not a valid URI."));
    }

    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var property in Value.EnumerateObject())
        {
            if (!names.Contains(property.Name))
                throw new GraphException(new GraphError(100, 400, $"(#100) Unexpected key \"{property.Name}\" on param \"{Path}\".", $"Unexpected key \"{property.Name}\" on param \"{Path}\"."));
        }
    }

    public GraphException Wrong(string must) => new(LimitError(Path, must));

    public Param MustBe(JsonValueKind kind, string what) =>
        Value.ValueKind == kind ? this : throw new GraphException(GraphError.Unsupported($"Param {Path} must be {what}."));

    private string Text(int max)
    {
        var text = MustBe(JsonValueKind.String, "a string").Value.GetString()!;
        return Length(text) <= max ? text : throw new GraphException(LimitError(Path, $"must be at most {max} characters long"));
    }

    private static int Length(string text) => text.EnumerateRunes().Count();

    private static GraphError LimitError(string path, string must) =>
        path.StartsWith("interactive", StringComparison.Ordinal)
            ? GraphError.Invalid($"Param {path} {must}.")
            : new GraphError(100, 400, $"(#100) Param {path} {must}.", $"Param {path} {must}.");

    private string Join(string name) => Path.Length == 0 ? name : $"{Path}['{name}']";
}
