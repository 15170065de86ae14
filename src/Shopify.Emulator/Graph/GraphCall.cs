using Shopify.Emulator.OAuth;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Graph;

/// <summary>One GraphQL request while it runs: the shop it is about and what its token may see. It is the root object of both schemas.</summary>
internal sealed class GraphCall(EmulatedShop shop, GrantedScopes scopes)
{
    /// <summary>Numeric id of the emulator's one app. Orders from its Storefront carts carry it as their source.</summary>
    public const long AppId = 3_470_821;

    private readonly List<SearchNote> _notes = [];

    public EmulatedShop Shop => shop;

    public GrantedScopes Scopes => scopes;

    /// <summary>A field, as <c>Type.field</c>, that a scripted fault refuses in this call; usually null.</summary>
    public string? DeniedField { get; init; }

    /// <summary>What the search language had to ignore; ends up in <c>extensions.search</c>.</summary>
    public IReadOnlyList<SearchNote> Notes => _notes;

    public void Note(SearchNote note)
    {
        lock (_notes) _notes.Add(note);
    }

    public void Require(string field, params IEnumerable<string> wanted)
    {
        if (!scopes.HasAll(wanted)) throw GraphError.AccessDenied(field, wanted);
    }
}
