using ShopBot.Engine.Storage;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

internal sealed partial class SqliteLaneStore
{
    // Stale or not, the answer carries the lane's next row: a status that closed this one must not leave the lane without a sender.
    private static CommitResult CommitSend(Session sql, SendCommit send, TimeSpan lease, DateTimeOffset now)
    {
        var row = OutboxRows.Find(sql, send.Lane.Store, send.OutboxId);
        if (row is null || row.Lane != send.Lane)
            return new CommitResult(CommitOutcome.Stale);

        var outcome = row.Owner == send.Owner && row.Attempt == send.Attempt && TryClose(sql, row, send, now)
            ? CommitOutcome.Committed
            : CommitOutcome.Stale;
        return new CommitResult(outcome, Send: OutboxRows.TryTake(sql, send.Lane, send.Owner, now, lease));
    }

    // The owner's answer counts as long as no later attempt began, even when it comes after the row was given up as unknown.
    private static bool TryClose(Session sql, OutboxRow row, SendCommit send, DateTimeOffset now)
    {
        switch (send.Outcome)
        {
            case SendOutcome.Sent when row.IsOpen || row.State == OutboxState.Uncertain:
                OutboxRows.CloseSent(sql, row, send.MessageRef, send.MessageId, now);
                EventRows.Add(sql, send.Lane, send.Events, now);
                return true;
            case SendOutcome.Rejected when row.IsOpen || row.State == OutboxState.Uncertain:
                OutboxRows.SetError(sql, row, send.ErrorCode);
                OutboxRows.Close(sql, row, OutboxState.Rejected, now);
                EventRows.Add(sql, send.Lane, send.Events, now);
                return true;
            case SendOutcome.Retry when row.IsOpen:
                OutboxRows.SetError(sql, row, send.ErrorCode);
                OutboxRows.Reopen(sql, row, send.RetryAt ?? now, maybeDuplicate: false);
                return true;
            case SendOutcome.Unknown when row.State == OutboxState.Sending:
                OutboxRows.SetError(sql, row, send.ErrorCode);
                OutboxRows.SetUnknown(sql, row, now);
                return true;
            default:
                return false;
        }
    }
}
