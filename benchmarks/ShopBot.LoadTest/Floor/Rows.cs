using System.Security.Cryptography;

namespace ShopBot.LoadTest.Floor;

/// <summary>The rows that the floor programs write: as many and as large as the engine's.</summary>
internal static class Rows
{
    public const int Stores = 100;
    public const int Customers = 6_000;
    public static readonly byte[] Payload = RandomNumberGenerator.GetBytes(420);
    public static readonly byte[] State = RandomNumberGenerator.GetBytes(700);

    private const string Script =
        """
        create table seen (store_id BYTES not null, event_key text not null, seen_at bigint not null, primary key (store_id, event_key));
        create table lanes (store_id BYTES not null, customer_id BYTES not null, next_seq bigint not null, head_seq bigint not null, fence bigint not null, owner text, lease_until bigint, ready_at bigint, state BYTES, primary key (store_id, customer_id));
        create table inbox (store_id BYTES not null, customer_id BYTES not null, seq bigint not null, state int not null, event_key text not null, payload BYTES not null, accepted_at bigint not null, done_at bigint, primary key (store_id, customer_id, seq));
        create table outbox (store_id BYTES not null, outbox_id bigint not null, customer_id BYTES not null, state int not null, payload BYTES not null, created_at bigint not null, closed_at bigint, message_ref text, delivery int not null, primary key (store_id, outbox_id));
        create index outbox_ref on outbox (store_id, message_ref) where message_ref is not null;
        create index inbox_done on inbox (done_at) where state = 1;
        create index outbox_closed on outbox (closed_at) where state = 3;
        """;

    /// <summary>The tables and indices, with the database's own word for bytes.</summary>
    public static string Tables(string bytes) => Script.Replace("BYTES", bytes, StringComparison.Ordinal);

    public static byte[] Id(int number)
    {
        var id = new byte[16];
        BitConverter.TryWriteBytes(id.AsSpan(8), number);
        return id;
    }

    public static byte[] StoreOf(long customer) => Id((int)(customer % Stores));
}
