namespace ShopBot.Engine.Storage.Transfer;

/// <summary>
/// A table as every provider can give and take it, whatever its own schema looks like: what a deployment keeps, without the leases of the moment. Rows are arrays with a value per
/// column, in the order of <see cref="Kinds"/>; the first <see cref="KeyLength"/> of them are the key, which the rows are ordered by.
/// </summary>
public sealed class StoredTable
{
    private StoredTable(string name, int keyLength, string columns)
    {
        var parts = columns.Split(", ");
        Name = name;
        KeyLength = keyLength;
        Columns = Array.ConvertAll(parts, part => part[..part.IndexOf(' ', StringComparison.Ordinal)]);
        Kinds = Array.ConvertAll(parts, part => Enum.Parse<StoredKind>(part.AsSpan(part.IndexOf(' ', StringComparison.Ordinal) + 1), ignoreCase: true));
    }

    /// <summary>The data-protection key ring, each key locked by the protection key if one is configured.</summary>
    public static StoredTable KeyRing { get; } = new("key_ring", 1, "name text, xml text");

    /// <summary>Look-up keys, wrapped by the ring.</summary>
    public static StoredTable LookupKeys { get; } = new("lookup_keys", 1, "version number, wrapped_key bytes");

    /// <summary>Customers.</summary>
    public static StoredTable Customers { get; } = new("customers", 2, "store_id id, customer_id id, created_at time, merged_into id");

    /// <summary>The names of customers.</summary>
    public static StoredTable CustomerAliases { get; } = new(
        "customer_aliases", 3, "store_id id, kind number, hash text, customer_id id, value bytes, linked_at time");

    /// <summary>Conversations. Nobody holds a lease after a transfer; fences go on from where they were.</summary>
    public static StoredTable Lanes { get; } = new(
        "lanes", 3,
        "store_id id, channel text, customer_id id, head_seq number, next_seq number, next_position number, ready_at time, fence number, state_version number, state bytes, "
        + "control number, active_at time, inbound_at time");

    /// <summary>Timers.</summary>
    public static StoredTable Timers { get; } = new(
        "timers", 4, "store_id id, channel text, customer_id id, name text, due_at time, payload bytes");

    /// <summary>Events: done, waiting (from the lane's head on) and parked.</summary>
    public static StoredTable Inbox { get; } = new(
        "inbox", 4,
        "store_id id, channel text, customer_id id, seq number, event_key text, kind text, payload bytes, occurred_at time, accepted_at time, attempts number, cause text, "
        + "trace_parent text, parked_at time");

    /// <summary>What turns keep of outside calls.</summary>
    public static StoredTable Steps { get; } = new(
        "steps", 5, "store_id id, channel text, customer_id id, seq number, step text, result bytes");

    /// <summary>
    /// Messages. <c>state</c>: 0 pending, 2 of unknown outcome, 3 sent, 4 rejected, 5 uncertain; one that was being sent is of unknown outcome. <c>at</c>: when the first open message of a
    /// lane is due, or since when its outcome is unknown; null for all others.
    /// </summary>
    public static StoredTable Outbox { get; } = new(
        "outbox", 2,
        "store_id id, outbox_id id, channel text, customer_id id, position number, state number, class number, payload bytes, trace_parent text, created_at time, at time, "
        + "attempt number, maybe_duplicate flag, closed_at time, message_ref text, message_id bytes, delivery number, error_code number, wants_status flag, price_category text, "
        + "price_type text, billable flag");

    /// <summary>Statuses of messages whose send has not been answered.</summary>
    public static StoredTable Statuses { get; } = new(
        "statuses", 2,
        "store_id id, message_ref text, delivery number, error_code number, heard_at time, price_category text, price_type text, billable flag");

    /// <summary>The event log. <c>number</c>: the place of one that still has to be delivered; <c>place</c>: the row name its payload is bound to.</summary>
    public static StoredTable Events { get; } = new(
        "events", 2,
        "store_id id, event_id id, channel text, customer_id id, place text, kind text, payload bytes, recorded_at time, number number, cause text");

    /// <summary>How far domain events were delivered, per lane.</summary>
    public static StoredTable Deliveries { get; } = new(
        "deliveries", 3, "store_id id, channel text, customer_id id, head_number number, next_number number, due_at time, fence number");

    /// <summary>The keys of everything accepted.</summary>
    public static StoredTable Seen { get; } = new("seen", 2, "store_id id, event_key text, seen_at time");

    /// <summary>Secrets that are renewed, and, under the empty id, what belongs to the deployment.</summary>
    public static StoredTable Credentials { get; } = new("credentials", 2, "store_id id, name text, value bytes, due_at time, version number");

    /// <summary>Stores.</summary>
    public static StoredTable Stores { get; } = new(
        "stores", 1,
        "store_id id, shop_domain text, wrapped_data_key bytes, shop_name text, currency text, locale text, whatsapp_credentials bytes, whatsapp_enabled flag, "
        + "phone_number_id text, waba_id text, verify_token_hash text, welcome_message text, version number, created_at time, updated_at time");

    /// <summary>The tables of the deployment as a whole.</summary>
    public static IReadOnlyList<StoredTable> OfDeployment { get; } = [LookupKeys, KeyRing];

    /// <summary>
    /// The tables of a store, in the order in which they can be written. The store itself comes last: while it is not there, nothing is accepted or sent for it.
    /// </summary>
    public static IReadOnlyList<StoredTable> OfStore { get; } =
        [Customers, CustomerAliases, Lanes, Timers, Inbox, Steps, Outbox, Statuses, Events, Deliveries, Seen, Credentials, Stores];

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>How many of the first columns are the key.</summary>
    public int KeyLength { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What each column holds.</summary>
    public IReadOnlyList<StoredKind> Kinds { get; }

    /// <summary>The table of that name; null when there is none.</summary>
    /// <param name="name">The name.</param>
    public static StoredTable? Find(string name) => OfStore.Concat(OfDeployment).FirstOrDefault(table => table.Name == name);

    /// <summary>The least key of a store: every row of it is greater.</summary>
    /// <param name="after">A row or the key of one; null: the beginning.</param>
    /// <param name="skip">How many columns of the key to leave out: 1 for a table of a store, whose id is asked for anyway.</param>
    /// <returns>The values that a page begins after.</returns>
    public IReadOnlyList<object> KeyAfter(IReadOnlyList<object?>? after, int skip)
    {
        var key = new object[KeyLength - skip];
        for (var i = 0; i < key.Length; i++)
        {
            key[i] = after is not null ? after[i + skip]! : Kinds[i + skip] switch
            {
                StoredKind.Id => Guid.Empty,
                StoredKind.Number => long.MinValue,
                _ => "",
            };
        }

        return key;
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
