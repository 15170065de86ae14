namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>Removing a customer (<c>$1</c> store, <c>$2</c> the person's customers) or a store (<c>$1</c> store, <c>$2</c> rows per step). Each answers how many rows went.</summary>
internal static class ErasureSql
{
    /// <summary>A customer, the one it was merged into, and all others merged into that one.</summary>
    public const string FindPeople =
        """
        with current as (select coalesce(c.merged_into, c.customer_id) as customer_id from shopbot.customers c where c.store_id = $1 and c.customer_id = $2)
        select c.customer_id from shopbot.customers c, current where c.store_id = $1 and c.customer_id = current.customer_id
        union
        select c.customer_id from shopbot.customers c, current where c.store_id = $1 and c.merged_into = current.customer_id
        """;

    public const string Customers = $"{With} shopbot.customers where store_id = $1 and customer_id = any ($2) {Count}";

    public static readonly string[] OfCustomer = [Lanes, Inbox, References, Outbox, Timers, Steps, Deliveries, Events, Aliases, Customers];

    public const string Store = $"{With} shopbot.stores where store_id = $1 and $2 > 0 {Count}";

    public static readonly string[] OfStore =
    [
        StoreCredentials, StoreLanes, StoreInbox, StoreOutbox, StoreReferences, StoreTimers, StoreSteps, StoreDeliveries, StoreEvents, StoreSeen, StoreAliases, StoreCustomers,
        StoreProducts, StoreWords, StoreIndex, StoreExports,
    ];

    private const string With = "with gone as (delete from";
    private const string Count = "returning 1) select count(*) from gone";

    private const string Lanes = $"{With} shopbot.lanes where store_id = $1 and customer_id = any ($2) {Count}";
    private const string Inbox = $"{With} shopbot.inbox where store_id = $1 and customer_id = any ($2) {Count}";
    private const string Outbox = $"{With} shopbot.outbox where store_id = $1 and customer_id = any ($2) {Count}";
    private const string Timers = $"{With} shopbot.timers where store_id = $1 and customer_id = any ($2) {Count}";
    private const string Steps = $"{With} shopbot.steps where store_id = $1 and customer_id = any ($2) {Count}";
    private const string Deliveries = $"{With} shopbot.deliveries where store_id = $1 and customer_id = any ($2) {Count}";
    private const string Events = $"{With} shopbot.events where store_id = $1 and customer_id = any ($2) {Count}";
    private const string Aliases = $"{With} shopbot.customer_aliases where store_id = $1 and customer_id = any ($2) {Count}";

    private const string References =
        $"""
        {With} shopbot.message_refs m using (
          select o.message_ref from shopbot.outbox o where o.store_id = $1 and o.customer_id = any ($2) and o.message_ref is not null) o
        where m.store_id = $1 and m.ref = o.message_ref {Count}
        """;

    private const string StoreCredentials = $"{With} shopbot.credentials where store_id = $1 and $2 > 0 {Count}";

    private const string StoreLanes =
        $"{With} shopbot.lanes where (store_id, channel, customer_id) in (select store_id, channel, customer_id from shopbot.lanes where store_id = $1 limit $2) {Count}";

    private const string StoreInbox =
        $"""
        {With} shopbot.inbox where (store_id, channel, customer_id, seq) in (
          select store_id, channel, customer_id, seq from shopbot.inbox where store_id = $1 limit $2) {Count}
        """;

    private const string StoreOutbox =
        $"{With} shopbot.outbox where (store_id, outbox_id) in (select store_id, outbox_id from shopbot.outbox where store_id = $1 limit $2) {Count}";

    private const string StoreReferences =
        $"{With} shopbot.message_refs where (store_id, ref) in (select store_id, ref from shopbot.message_refs where store_id = $1 limit $2) {Count}";

    private const string StoreTimers =
        $"""
        {With} shopbot.timers where (store_id, channel, customer_id, name) in (
          select store_id, channel, customer_id, name from shopbot.timers where store_id = $1 limit $2) {Count}
        """;

    private const string StoreSteps =
        $"""
        {With} shopbot.steps where (store_id, channel, customer_id, seq, step) in (
          select store_id, channel, customer_id, seq, step from shopbot.steps where store_id = $1 limit $2) {Count}
        """;

    private const string StoreDeliveries =
        $"{With} shopbot.deliveries where (store_id, channel, customer_id) in (select store_id, channel, customer_id from shopbot.deliveries where store_id = $1 limit $2) {Count}";

    private const string StoreEvents =
        $"{With} shopbot.events where (store_id, event_id) in (select store_id, event_id from shopbot.events where store_id = $1 limit $2) {Count}";

    private const string StoreSeen =
        $"{With} shopbot.seen where (store_id, event_key) in (select store_id, event_key from shopbot.seen where store_id = $1 limit $2) {Count}";

    private const string StoreAliases =
        $"{With} shopbot.customer_aliases where (store_id, kind, hash) in (select store_id, kind, hash from shopbot.customer_aliases where store_id = $1 limit $2) {Count}";

    private const string StoreCustomers =
        $"{With} shopbot.customers where (store_id, customer_id) in (select store_id, customer_id from shopbot.customers where store_id = $1 limit $2) {Count}";

    private const string StoreProducts =
        $"{With} shopbot.products where (store_id, product_id) in (select store_id, product_id from shopbot.products where store_id = $1 limit $2) {Count}";

    private const string StoreWords =
        $"{With} shopbot.product_words where (store_id, word) in (select store_id, word from shopbot.product_words where store_id = $1 limit $2) {Count}";

    private const string StoreIndex = $"{With} shopbot.product_index where store_id = $1 and $2 > 0 {Count}";

    private const string StoreExports = $"{With} shopbot.exports where store_id = $1 and $2 > 0 {Count}";
}
