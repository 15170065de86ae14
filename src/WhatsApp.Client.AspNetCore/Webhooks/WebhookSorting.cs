using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore;

/// <summary>Sorts the changes of one request by whose they are and whether that owner signed.</summary>
internal sealed class WebhookSorting
{
    private readonly Dictionary<WebhookChange, object?> _owners = [];
    private readonly Dictionary<(PhoneNumberId? Number, string EntryId), WebhookRoute> _routes = [];

    public int Accepted => _owners.Count;

    public IEnumerable<WebhookChange> AcceptedChanges => _owners.Keys;

    public int Dropped { get; private set; }

    public int Unknown { get; private set; }

    public static async ValueTask<WebhookSorting> SortAsync(
        IReadOnlyList<WebhookChange> changes, IWhatsAppWebhookHandler handler, WebhookVerifier verifier, CancellationToken cancellationToken)
    {
        var sorting = new WebhookSorting();
        foreach (var change in changes)
        {
            var route = await sorting.FindRouteAsync(change, handler, cancellationToken).ConfigureAwait(false);
            if (!route.IsKnown)
                sorting.Unknown++;
            else if (verifier.IsSignedBy(route.AppSecrets))
                sorting._owners.Add(change, route.Owner);
            else
                sorting.Dropped++;
        }

        return sorting;
    }

    /// <summary>Reads the events of accepted changes. A change counts as accepted only if it is read as it was skimmed.</summary>
    public List<RoutedEvent> Read(ReadOnlySpan<byte> body)
    {
        var events = WebhookReader.Read(body, _owners.ContainsKey);
        var routed = new List<RoutedEvent>(events.Count);
        foreach (var one in events)
        {
            var change = new WebhookChange(one.EntryIndex, one.ChangeIndex, one.WabaId, one.Field, one.PhoneNumberId);
            routed.Add(new RoutedEvent(one, _owners[change]));
        }

        return routed;
    }

    private async ValueTask<WebhookRoute> FindRouteAsync(WebhookChange change, IWhatsAppWebhookHandler handler, CancellationToken cancellationToken)
    {
        var key = (change.PhoneNumberId, change.EntryId);
        if (!_routes.TryGetValue(key, out var route))
            _routes[key] = route = await handler.FindRouteAsync(change, cancellationToken).ConfigureAwait(false);
        return route;
    }
}
