namespace Shopify.Emulator.OAuth;

/// <summary>Access scopes of a token. A <c>write_</c> scope implies its <c>read_</c> twin, and Shopify leaves the implied one out when it lists them.</summary>
internal sealed class GrantedScopes
{
    private readonly HashSet<string> _expanded;

    public GrantedScopes(IEnumerable<string> scopes)
    {
        var written = scopes.Where(static s => s.Length > 0).Distinct().ToList();
        var implied = written.Select(Implied).OfType<string>().ToHashSet();
        Compressed = [.. written.Where(s => !implied.Contains(s))];
        _expanded = [.. written, .. implied];
    }

    /// <summary>Scopes in the order asked for, without implied ones.</summary>
    public IReadOnlyList<string> Compressed { get; }

    /// <summary>What an access without a token may do: the public part of the Storefront API.</summary>
    public static GrantedScopes Tokenless { get; } = new(
    [
        "unauthenticated_read_product_listings", "unauthenticated_read_checkouts", "unauthenticated_write_checkouts",
        "unauthenticated_read_selling_plans", "unauthenticated_read_content",
    ]);

    public static GrantedScopes Parse(string? text) =>
        new((text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public bool HasAll(IEnumerable<string> wanted) => wanted.All(_expanded.Contains);

    public bool Covers(GrantedScopes other) => HasAll(other._expanded);

    public override string ToString() => string.Join(',', Compressed);

    private static string? Implied(string scope) =>
        scope.StartsWith("write_", StringComparison.Ordinal) ? "read_" + scope[6..]
        : scope.StartsWith("unauthenticated_write_", StringComparison.Ordinal) ? "unauthenticated_read_" + scope[22..]
        : null;
}
