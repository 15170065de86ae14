using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore.Tests.Webhooks;

/// <summary>Store A has number 111 of account 11, store B number 222 of account 22; each has an app of its own.</summary>
public sealed class TwoStoresHandler(HandlerLog log) : IWhatsAppWebhookHandler
{
    public ValueTask<bool> IsVerifyTokenAsync(string verifyToken, CancellationToken cancellationToken) => new(verifyToken == "my-token");

    public ValueTask<WebhookRoute> FindRouteAsync(WebhookChange change, CancellationToken cancellationToken)
    {
        log.Asked.Add(change);
        return new((change.PhoneNumberId?.Value ?? change.EntryId) switch
        {
            "111" or "11" => new WebhookRoute(["secret-a-old", "secret-a"], "A"),
            "222" or "22" => new WebhookRoute(["secret-b"], "B"),
            "333" => new WebhookRoute([], "no secret"),
            "444" => throw new InvalidOperationException("the database is away"),
            _ => WebhookRoute.Unknown,
        });
    }

    public ValueTask HandleAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        log.Deliveries.Add(delivery);
        return log.Fails ? throw new InvalidOperationException("the disk is full") : ValueTask.CompletedTask;
    }
}

public sealed class HandlerLog
{
    public List<WebhookChange> Asked { get; } = [];

    public List<WebhookDelivery> Deliveries { get; } = [];

    public bool Fails { get; set; }
}
