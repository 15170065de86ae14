using System.Text.Json;
using System.Text.RegularExpressions;

namespace Shopify.Client.Tests.Schemas;

/// <summary>The access scopes that Shopify notes at types and fields. One of several is enough.</summary>
internal sealed partial class AccessNotes
{
    private readonly Dictionary<string, string[]> _scopes = new(StringComparer.Ordinal);

    public static AccessNotes Read(JsonElement schema)
    {
        var notes = new AccessNotes();
        foreach (var type in schema.GetProperty("types").EnumerateArray())
        {
            var name = type.GetProperty("name").GetString()!;
            notes.Add(name, type);
            if (!type.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var field in fields.EnumerateArray())
                notes.Add($"{name}.{field.GetProperty("name").GetString()}", field);
        }

        return notes;
    }

    /// <returns>The scopes of which one is needed; empty when none is.</returns>
    public IReadOnlyList<string> Of(string typeOrField) => _scopes.GetValueOrDefault(typeOrField) ?? [];

    private void Add(string key, JsonElement owner)
    {
        if (!owner.TryGetProperty("requiredAccess", out var note) || note.GetString() is not { Length: > 0 } text)
            return;
        // Some notes name families in one breath: "Any of `draft_orders`, `orders` or `shipping` access scopes".
        var scopes = AnyOf().Match(text) is { Success: true } family
            ? Word().Matches(family.Value).Select(static match => $"read_{match.Groups[1].Value}").ToArray()
            : [.. Scope().Matches(text).Select(static match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];
        if (scopes.Length > 0)
            _scopes[key] = scopes;
    }

    [GeneratedRegex("^Any of .*? access scopes", RegexOptions.CultureInvariant)]
    private static partial Regex AnyOf();

    [GeneratedRegex("`([a-z_]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("`([a-z_]+)` access scope", RegexOptions.CultureInvariant)]
    private static partial Regex Scope();
}
