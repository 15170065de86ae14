using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <content>How the platform thinks of the number, and how it tells.</content>
public sealed partial class EmulatedNumber
{
    private readonly HashSet<string> _synced = new(StringComparer.Ordinal);

    private TokenBucket OwnThroughput { get; set; }

    /// <summary>The code last sent by SMS or voice, or null; people read it from the phone that the number rings.</summary>
    public string? VerificationCode => Registration.Code;

    /// <summary>Changes the quality and tells of it by <c>phone_number_quality_update</c>.</summary>
    /// <param name="rating"><c>GREEN</c>, <c>YELLOW</c> or <c>RED</c>. Red flags the number.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task ChangeQualityAsync(string rating, CancellationToken cancellationToken = default)
    {
        var happening = rating == "RED" ? "FLAGGED" : "UNFLAGGED";
        (QualityRating, Status) = (rating, rating == "RED" ? "FLAGGED" : Status == "FLAGGED" ? "CONNECTED" : Status);
        return RaiseQualityAsync(happening, MessagingLimit, MessagingLimit, cancellationToken);
    }

    /// <summary>Changes how many new people may be written to and tells of it.</summary>
    /// <param name="limit">For example <c>TIER_10K</c>.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task ChangeMessagingLimitAsync(string limit, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(limit);
        var old = MessagingLimit;
        MessagingLimit = limit;
        return RaiseQualityAsync(TierSize(limit) >= TierSize(old) ? "UPGRADE" : "DOWNGRADE", limit, old, cancellationToken);
    }

    /// <summary>Raises the throughput to 1,000 messages per second: a minute of maintenance (131057), announced by a webhook.</summary>
    public Task UpgradeThroughputAsync(CancellationToken cancellationToken = default)
    {
        MaintenanceUntil = _cloud.Time.GetUtcNow().AddMinutes(1);
        (MessagesPerSecond, OwnThroughput) = (1_000, Bucket(1_000, _cloud));
        return RaiseQualityAsync("THROUGHPUT_UPGRADE", MessagingLimit, null, cancellationToken);
    }

    /// <summary>Says as the business, from the phone app, what people then see; it reaches the API as an echo.</summary>
    /// <param name="to">The person.</param>
    /// <param name="text">What is written.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task EchoesAsync(EmulatedPhone to, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentException.ThrowIfNullOrEmpty(text);
        var at = _cloud.Time.GetUtcNow();
        var waId = to.VisibleWaId(this);
        var id = MessageIds.NewMessage(waId ?? to.Id);
        to.ChatWith(this).Say(new ChatMessage { Id = id, IsFromBusiness = true, Type = "text", At = at, Text = text, Status = "delivered" }, opensWindow: false);
        var echo = new JsonObject { ["from"] = Digits };
        if (waId is not null)
            echo["to"] = waId;
        if (to.UserIdFor(this) is { } userId)
            echo["to_user_id"] = userId;
        echo["id"] = id;
        echo["timestamp"] = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        echo["type"] = "text";
        echo["text"] = new JsonObject { ["body"] = text };
        return _cloud.Sender.RaiseAsync(new JsonEvent(Waba, this, "smb_message_echoes", echo) { List = "message_echoes" }, cancellationToken);
    }

    /// <summary>Hands the thread with a person to another app: its messages arrive under <c>standby</c> and sends are refused with 131070.</summary>
    /// <param name="person">Whose thread.</param>
    /// <param name="role">Who owns it now, or null to give it back to this app.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task HandThreadToAsync(EmulatedPhone person, string? role, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        Routing.Give(person, role);
        return RaiseHandoverAsync(person, role is null ? "control_passed" : "control_taken", role, cancellationToken);
    }

    internal Task RaiseHandoverAsync(EmulatedPhone person, string kind, string? role, CancellationToken cancellationToken)
    {
        var waId = person.VisibleWaId(this);
        var item = new JsonObject { ["timestamp"] = _cloud.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ["type"] = kind };
        if (waId is not null)
            item["wa_id"] = waId;
        if (person.UserIdFor(this) is { } userId)
            item["user_id"] = userId;
        item[kind] = new JsonObject { ["target_role"] = role ?? "primary" };
        return _cloud.Sender.RaiseAsync(
            new JsonEvent(Waba, this, "messaging_handovers", item) { List = "messaging_handovers", Contact = ContactCard.Of(person, this, waId, withUsername: true) }, cancellationToken);
    }

    /// <summary>Each kind of synchronisation can be asked for once.</summary>
    internal bool TrySync(string type)
    {
        lock (_synced)
            return _synced.Add(type);
    }

    private static TokenBucket Bucket(int perSecond, EmulatedCloud cloud) => new(perSecond, TimeSpan.FromSeconds(1.0 / perSecond), cloud.Time);

    private static int TierSize(string tier) => tier switch
    {
        "TIER_50" => 50, "TIER_250" => 250, "TIER_1K" => 1_000, "TIER_2K" => 2_000, "TIER_10K" => 10_000, "TIER_100K" => 100_000, _ => int.MaxValue,
    };

    private Task RaiseQualityAsync(string happening, string limit, string? old, CancellationToken cancellationToken)
    {
        var value = new JsonObject { ["display_phone_number"] = Digits, ["event"] = happening, ["current_limit"] = limit };
        if (old is not null && old != limit)
            value["old_limit"] = old;
        value["max_daily_conversations_per_business"] = limit;
        return _cloud.Sender.RaiseAsync(AccountEvent.Of(Waba, "phone_number_quality_update", value), cancellationToken);
    }
}
