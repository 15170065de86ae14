using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Search;

/// <summary>The search fields of one resource: which the emulator plays, which Shopify knows besides, and what bare words look at.</summary>
internal sealed class SearchFields<T>(string resource, IReadOnlySet<string> notModelled, Func<T, SearchTerm, bool> bareWord)
{
    private readonly Dictionary<string, Func<T, SearchTerm, bool>> _fields = [];

    public SearchFields<T> Add(string field, Func<T, SearchTerm, bool> matches)
    {
        _fields.Add(field, matches);
        return this;
    }

    /// <summary>The things that match. Unknown fields are ignored and noted, as production does.</summary>
    public IEnumerable<T> Filter(IEnumerable<T> all, FieldScope scope, string argument = "query")
    {
        var query = scope.Text(argument);
        if (SearchParser.Parse(query) is not { } parsed) return all;
        var unknown = parsed.Terms.Select(static t => t.Field).OfType<string>().Where(f => !_fields.ContainsKey(f)).Distinct().ToList();
        foreach (var field in unknown)
            if (notModelled.Contains(field.Split('.')[0])) throw GraphError.Unsupported($"search field {field} of {resource}");
        if (unknown.Count > 0) scope.Call.Note(new(scope.Path, query!, parsed, unknown));
        return parsed.Without(t => t.Field is not null && unknown.Contains(t.Field)) is { } counted
            ? all.Where(item => counted.Matches(term => Matches(item, term)))
            : all;
    }

    private bool Matches(T item, SearchTerm term) => term.Field is null ? bareWord(item, term) : _fields[term.Field](item, term);
}
