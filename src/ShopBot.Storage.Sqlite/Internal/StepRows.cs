using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>What turns keep of outside calls, until their event is done.</summary>
internal static class StepRows
{
    /// <summary>Keeps a result; the first one of a step stays.</summary>
    public static void Keep(Session sql, StepCommit step) =>
        sql.Run(
            "INSERT INTO steps (store_id, channel, customer_id, seq, step, result) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
            step.Lane.Store, step.Lane.Channel, step.Lane.Customer, step.Seq, step.Step, step.Result);

    public static List<StepResult> Of(Session sql, LaneKey lane, long seq) =>
        sql.Read(
            "SELECT step, result FROM steps WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND seq = ?4",
            lane.Store, lane.Channel, lane.Customer, seq)
            .All(row => new StepResult(row.GetString(0), row.Bytes(1)));

    public static void RemoveThrough(Session sql, LaneKey lane, long seq) =>
        sql.Run(
            "DELETE FROM steps WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND seq <= ?4",
            lane.Store, lane.Channel, lane.Customer, seq);
}
