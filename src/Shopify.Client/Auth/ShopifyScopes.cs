namespace Shopify.Client.Auth;

/// <summary>
/// Access scopes as sets. Shopify leaves out of its answers what another scope implies (<c>write_x</c> includes <c>read_x</c>), so scopes
/// are compared after expanding, never as text.
/// </summary>
public static class ShopifyScopes
{
    /// <summary>Splits scope lists at commas and blanks, drops repeats.</summary>
    /// <param name="scopes">Scopes or comma-separated lists of them; null counts as empty.</param>
    /// <returns>The scopes in their first order, lower case.</returns>
    public static IReadOnlyList<string> Parse(IEnumerable<string>? scopes) =>
        [.. (scopes ?? []).SelectMany(static list => (list ?? string.Empty).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(static scope => scope.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)];

    /// <summary>Splits one scope list, as an access token answer holds it.</summary>
    /// <param name="scopes">A comma-separated list; null counts as empty.</param>
    /// <returns>The scopes in their order, lower case.</returns>
    public static IReadOnlyList<string> Parse(string? scopes) => Parse([scopes ?? string.Empty]);

    /// <summary>The scopes with everything they imply.</summary>
    /// <param name="scopes">Scopes.</param>
    /// <returns>The set.</returns>
    public static IReadOnlySet<string> Expand(IEnumerable<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scope in scopes)
        {
            all.Add(scope);
            if (scope.StartsWith("write_", StringComparison.Ordinal))
                all.Add("read_" + scope["write_".Length..]);
            else if (scope.StartsWith("unauthenticated_write_", StringComparison.Ordinal))
                all.Add("unauthenticated_read_" + scope["unauthenticated_write_".Length..]);
        }

        return all;
    }

    /// <summary>What is required and was not granted.</summary>
    /// <param name="required">The scopes the app cannot do without.</param>
    /// <param name="granted">The scopes in the answer.</param>
    /// <returns>The missing ones; empty when all are there.</returns>
    public static IReadOnlyList<string> Missing(IEnumerable<string> required, IEnumerable<string> granted)
    {
        ArgumentNullException.ThrowIfNull(required);
        var all = Expand(granted);
        return [.. required.Where(scope => !all.Contains(scope))];
    }
}
