namespace ShopBot.LoadTest.Floor;

/// <summary>What one reply costs in SQL, by hand: nothing is read back that need not be, nothing is checked.</summary>
internal static class Statements
{
    public const string Seen = "insert into seen (store_id, event_key, seen_at) values ($1, $2, $3) on conflict do nothing";
    public const string Lease = "update lanes set next_seq = next_seq + 1, owner = 'host', lease_until = $3, fence = fence + 1 where store_id = $1 and customer_id = $2";
    public const string Inbox = "insert into inbox (store_id, customer_id, seq, state, event_key, payload, accepted_at) values ($1, $2, $3, 0, $4, $5, $6)";
    public const string Status = "update outbox set delivery = $3 where store_id = $1 and message_ref = $2";
    public const string Done = "update inbox set state = 1, done_at = $4 where store_id = $1 and customer_id = $2 and seq = $3";
    public const string Settle = "update lanes set head_seq = next_seq, owner = null, lease_until = null, ready_at = $4, state = $3 where store_id = $1 and customer_id = $2";
    public const string Send = "insert into outbox (store_id, outbox_id, customer_id, state, payload, created_at, delivery) values ($1, $2, $3, 1, $4, $5, 0)";
    public const string Close = "update outbox set state = 3, closed_at = $3, message_ref = $4 where store_id = $1 and outbox_id = $2";
}
