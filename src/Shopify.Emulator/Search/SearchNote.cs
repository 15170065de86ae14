namespace Shopify.Emulator.Search;

/// <summary>An entry of <c>extensions.search</c>: fields of a query that Shopify ignored.</summary>
internal sealed record SearchNote(IReadOnlyList<object> Path, string Query, SearchNode Parsed, IReadOnlyList<string> UnknownFields);
