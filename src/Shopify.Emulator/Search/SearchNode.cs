using System.Text.Json.Nodes;

namespace Shopify.Emulator.Search;

/// <summary>A parsed search expression (reference: search syntax).</summary>
internal abstract record SearchNode
{
    /// <summary>Whether a thing matches, given how single terms match it.</summary>
    public abstract bool Matches(Func<SearchTerm, bool> term);

    /// <summary>The same expression without the terms that do not count; null when nothing is left.</summary>
    public abstract SearchNode? Without(Func<SearchTerm, bool> dropped);

    public abstract IEnumerable<SearchTerm> Terms { get; }

    /// <summary>The shape that <c>extensions.search[].parsed</c> shows.</summary>
    public abstract JsonNode ToJson();
}

internal sealed record SearchAll(IReadOnlyList<SearchNode> Parts) : SearchNode
{
    public override IEnumerable<SearchTerm> Terms => Parts.SelectMany(static p => p.Terms);

    public override bool Matches(Func<SearchTerm, bool> term) => Parts.All(p => p.Matches(term));

    public override SearchNode? Without(Func<SearchTerm, bool> dropped) =>
        Parts.Select(p => p.Without(dropped)).OfType<SearchNode>().ToList() is { Count: > 0 } left ? new SearchAll(left) : null;

    public override JsonNode ToJson() => Parts.Count == 1
        ? Parts[0].ToJson()
        : new JsonObject { ["and"] = new JsonArray([.. Parts.Select(static p => p.ToJson())]) };
}

internal sealed record SearchAny(IReadOnlyList<SearchNode> Parts) : SearchNode
{
    public override IEnumerable<SearchTerm> Terms => Parts.SelectMany(static p => p.Terms);

    public override bool Matches(Func<SearchTerm, bool> term) => Parts.Any(p => p.Matches(term));

    public override SearchNode? Without(Func<SearchTerm, bool> dropped) =>
        Parts.Select(p => p.Without(dropped)).OfType<SearchNode>().ToList() is { Count: > 0 } left ? new SearchAny(left) : null;

    public override JsonNode ToJson() => new JsonObject { ["or"] = new JsonArray([.. Parts.Select(static p => p.ToJson())]) };
}

internal sealed record SearchNot(SearchNode Part) : SearchNode
{
    public override IEnumerable<SearchTerm> Terms => Part.Terms;

    public override bool Matches(Func<SearchTerm, bool> term) => !Part.Matches(term);

    public override SearchNode? Without(Func<SearchTerm, bool> dropped) => Part.Without(dropped) is { } left ? new SearchNot(left) : null;

    public override JsonNode ToJson() => new JsonObject { ["not"] = Part.ToJson() };
}

/// <summary>One term. <paramref name="Comparator"/> is empty, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</summary>
internal sealed record SearchTerm(string? Field, string Comparator, string Value, bool IsQuoted, bool IsPrefix) : SearchNode
{
    /// <summary><c>field:*</c>: the field has any value.</summary>
    public bool IsExistence => IsPrefix && Value.Length == 0;

    public override IEnumerable<SearchTerm> Terms => [this];

    public override bool Matches(Func<SearchTerm, bool> term) => term(this);

    public override SearchNode? Without(Func<SearchTerm, bool> dropped) => dropped(this) ? null : this;

    public override JsonNode ToJson() => new JsonObject
    {
        ["field"] = Field ?? "default",
        [Comparator.Length == 0 ? "match_all" : "range"] = Comparator + Value + (IsPrefix ? "*" : ""),
    };
}
