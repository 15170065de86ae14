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
        var array = Need(name).MustBe(JsonValueKind.Array, "an array");
        var items = array.Value.EnumerateArray().Select((item, index) => new Param($"{array.Path}[{index}]", item)).ToArray();
        if (items.Length < min || items.Length > max)
            throw new GraphException(LimitError(array.Path, $"must have {min} to {max} items, has {items.Length}"));
        foreach (var item in items)
            item.MustBe(JsonValueKind.Object, "a JSON object");
        return items;
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
