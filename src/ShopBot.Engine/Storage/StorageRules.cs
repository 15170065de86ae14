using System.Globalization;
using System.Text;
using ShopBot.Engine.Customers;

namespace ShopBot.Engine.Storage;

/// <summary>
/// The limits and small rules that every storage provider keeps alike. A provider asks before it writes, so that an item that cannot be stored
/// is refused alone and never fails its group.
/// </summary>
public static class StorageRules
{
    /// <summary>The largest payload of an appended item: 1 MiB.</summary>
    public const int MaxPayloadBytes = 1024 * 1024;

    /// <summary>At most this many events travel with one lease.</summary>
    public const int MaxEvents = 32;

    /// <summary>At most this many tickets are kept (<see cref="ITicketStore"/>).</summary>
    public const int MaxTickets = 10_000;

    /// <summary>The channel of the lane in which a store's own facts go, one after the other; it is no conversation, and no list of conversations shows it.</summary>
    public const string StoreChannel = "store";

    /// <summary>The kind of the event that a due timer becomes.</summary>
    public const string TimerKind = "timer";

    /// <summary>The key of the event that a due timer becomes: <c>timer:{name}:{due, Unix milliseconds}</c>.</summary>
    /// <param name="name">The timer's name.</param>
    /// <param name="dueAt">When it was due.</param>
    public static string TimerEventKey(string name, DateTimeOffset dueAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{TimerKind}:{name}:{dueAt.ToUnixTimeMilliseconds()}");

    /// <summary>The kind of the event that asks to merge the lane of another customer into this one; its payload is empty.</summary>
    public const string MergeKind = "merge";

    /// <summary>The key of such an event: <c>merge:{customer}</c>.</summary>
    /// <param name="absorbed">The other customer.</param>
    public static string MergeEventKey(CustomerId absorbed) => $"{MergeKind}:{absorbed}";

    /// <summary>The customer that such a key names.</summary>
    /// <param name="eventKey">The key.</param>
    public static CustomerId MergedCustomer(string eventKey)
    {
        ArgumentNullException.ThrowIfNull(eventKey);
        return new CustomerId(Guid.ParseExact(eventKey.AsSpan(MergeKind.Length + 1), "N"));
    }

    /// <summary>Says why an item cannot be stored; null when it can.</summary>
    /// <param name="item">The item to append.</param>
    public static string? Check(AppendItem item) =>
        item.Payload.Length > MaxPayloadBytes ? "The payload is larger than 1 MiB."
        : Text("event key", item.EventKey, 64) ?? item switch
        {
            EventAppend e => Text("channel", e.Channel, 32) ?? Text("kind", e.Kind, 64) ?? Optional("trace parent", e.TraceParent, 128)
                ?? (e.Customer is null && e.Aliases.Count == 0 ? "The event names neither a customer nor an alias." : null)
                ?? First(e.Aliases, alias => Text("alias hash", alias.Hash, 128)),
            StatusAppend s => Text("message reference", s.MessageRef, 128)
                ?? (s.Price is { } price ? Text("price category", price.Category, 64) ?? Optional("price type", price.Type, 64) : null),
            NoteAppend n => Text("kind", n.Kind, 64),
            _ => null,
        };

    /// <summary>Says why a member of a commit cannot be stored; null when it can.</summary>
    /// <param name="item">The turn, send or park to commit.</param>
    public static string? Check(CommitItem item) => item switch
    {
        TurnCommit t => Optional("owner", t.SendAs, 64) ?? First(t.Timers, timer => Text("timer name", timer.Name, 64))
            ?? Written(t.Outbox, t.Events),
        ParkItem p => Optional("owner", p.SendAs, 64) ?? Text("cause", p.Cause, 256) ?? Written(p.Outbox, p.Events),
        SendCommit s => Text("owner", s.Owner, 64) ?? Optional("message reference", s.MessageRef, 128) ?? Written([], s.Events),
        StepCommit s => Text("step", s.Step, 64) ?? (s.Result.Length > MaxPayloadBytes ? "The step's result is larger than 1 MiB." : null),
        EventCommit e => Text("owner", e.Owner, 64) ?? Optional("cause", e.Cause, 256),
        _ => null,
    };

    private static string? Written(IReadOnlyList<OutboxMessage> outbox, IReadOnlyList<DomainEventRow> events) =>
        First(outbox, message => Optional("trace parent", message.TraceParent, 128)) ?? First(events, row => Text("kind", row.Kind, 64));

    private static string? Optional(string what, string? value, int longest) => value is null ? null : Text(what, value, longest);

    private static string? Text(string what, string value, int longest) =>
        value.Length == 0 ? $"The {what} is empty."
        : value.Length > longest ? $"The {what} is longer than {longest} characters."
        : !IsStorable(value) ? $"The {what} holds U+0000 or half a surrogate pair."
        : null;

    // Databases either refuse these characters or silently replace them, which would make two keys one.
    private static bool IsStorable(string value)
    {
        if (Ascii.IsValid(value))
            return !value.Contains('\0', StringComparison.Ordinal);

        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value == 0 || rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }

    private static string? First<T>(IReadOnlyList<T> items, Func<T, string?> check)
    {
        foreach (var item in items)
        {
            if (check(item) is { } reason)
                return reason;
        }

        return null;
    }
}
