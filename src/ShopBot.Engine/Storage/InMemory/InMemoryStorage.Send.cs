using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

internal sealed partial class InMemoryStorage
{
    private readonly Dictionary<(StoreId Store, string MessageRef), OutboxEntry> _sent = [];
    private readonly Dictionary<(StoreId Store, string MessageRef), EarlyStatus> _early = [];

    private SendWork? TakeSend(Lane lane, string? owner, DateTimeOffset now, TimeSpan lease)
    {
        if (owner is null || !lane.CanSend(now))
            return null;

        var row = lane.OutboxHead!;
        (row.State, row.Owner, row.LeaseUntil) = (OutboxState.Sending, owner, now + lease);
        row.Attempt++;
        return new SendWork
        {
            OutboxId = row.Message.Id,
            Lane = lane.Key,
            Attempt = row.Attempt,
            LeaseUntil = now + lease,
            MaybeDuplicate = row.MaybeDuplicate,
            Payload = row.Message.Payload,
            CreatedAt = row.CreatedAt,
            Aliases = AliasesOf(lane),
            LastInboundAt = lane.LastInboundAt,
            TraceParent = row.Message.TraceParent,
        };
    }

    // Stale or not, the answer carries the lane's next row: a status that closed this one must not leave the lane without a sender.
    private CommitResult Commit(Lane lane, SendCommit send, TimeSpan lease, DateTimeOffset now)
    {
        if (!_outbox.TryGetValue((lane.Key.Store, send.OutboxId), out var row) || row.Lane != lane)
            return new CommitResult(CommitOutcome.Stale);

        var outcome = row.Owner == send.Owner && row.Attempt == send.Attempt && TryClose(row, send, now)
            ? CommitOutcome.Committed
            : CommitOutcome.Stale;
        return new CommitResult(outcome, Send: TakeSend(lane, send.Owner, now, lease));
    }

    // The owner's answer counts as long as no later attempt began, even when it comes after the row was given up as unknown.
    private bool TryClose(OutboxEntry row, SendCommit send, DateTimeOffset now)
    {
        var mayClose = row.IsOpen || row.State == OutboxState.Uncertain;
        switch (send.Outcome)
        {
            case SendOutcome.Sent when mayClose:
                CloseSent(row, send.MessageRef, send.MessageId, now);
                Write(row.Lane, [], send.Events, now);
                return true;
            case SendOutcome.Rejected when mayClose:
                row.ErrorCode = send.ErrorCode;
                row.Lane.Close(row, OutboxState.Rejected, now);
                Write(row.Lane, [], send.Events, now);
                return true;
            case SendOutcome.Retry when row.IsOpen:
                (row.State, row.DueAt, row.ErrorCode) = (OutboxState.Pending, send.RetryAt ?? now, send.ErrorCode);
                return true;
            case SendOutcome.Unknown when row.State == OutboxState.Sending:
                (row.State, row.UnknownSince, row.ErrorCode) = (OutboxState.Unknown, now, send.ErrorCode);
                return true;
            default:
                return false;
        }
    }

    private void CloseSent(OutboxEntry row, string? messageRef, ReadOnlyMemory<byte> messageId, DateTimeOffset now)
    {
        (row.MessageRef, row.MessageId, row.ErrorCode) = (messageRef, messageId.ToArray(), null);
        row.Lane.Close(row, OutboxState.Sent, now);
        if (messageRef is null)
            return;

        _sent[(row.Lane.Key.Store, messageRef)] = row;
        if (_early.Remove((row.Lane.Key.Store, messageRef), out var early))
        {
            SetDelivery(row, messageRef, early.Status, early.ErrorCode);
            row.Price ??= early.Price;
        }
    }

    /// <summary>The message's lane, when it is known and somebody asked for its statuses.</summary>
    private LaneKey? AskedFor(StatusAppend status)
    {
        var row = status.OutboxId is { } id ? _outbox.GetValueOrDefault((status.Store, id)) : null;
        row ??= _sent.GetValueOrDefault((status.Store, status.MessageRef));
        return row is { Message.WantsStatus: true } ? row.Lane.Key : null;
    }

    /// <returns>Whether it told something new, and whether it closed a row that was still open, so that the lane's next one may go.</returns>
    private (bool News, bool ClosedRow) Apply(StatusAppend status, DateTimeOffset now)
    {
        var byRef = (status.Store, status.MessageRef);
        var row = status.OutboxId is { } id ? _outbox.GetValueOrDefault((status.Store, id)) : null;
        row ??= _sent.GetValueOrDefault(byRef);
        if (row is null)
        {
            var early = _early.GetValueOrDefault(byRef);
            if (status.Status <= (early?.Status ?? DeliveryStatus.None))
                return (false, false);
            _early[byRef] = new EarlyStatus(status.Status, status.ErrorCode, status.Price ?? early?.Price, now);
            return (true, false);
        }

        // Whatever we thought of the row: the platform speaks of its message, so it was taken.
        var wasOpen = row.State != OutboxState.Sent;
        if (wasOpen)
            CloseSent(row, status.MessageRef, status.Payload, now);

        var rose = SetDelivery(row, status.MessageRef, status.Status, status.ErrorCode);
        // What an older status says of the price counts when no other has said it.
        row.Price = status.Status >= row.Delivery ? status.Price ?? row.Price : row.Price ?? status.Price;
        return (wasOpen || rose, wasOpen);
    }

    // A row sent twice has two message ids; that the other copy failed says nothing about this one.
    private static bool SetDelivery(OutboxEntry row, string messageRef, DeliveryStatus next, int? errorCode)
    {
        var otherCopy = row.MessageRef is not null && row.MessageRef != messageRef;
        if (next <= row.Delivery || (otherCopy && next == DeliveryStatus.Failed))
            return false;
        (row.Delivery, row.ErrorCode) = (next, errorCode);
        return true;
    }

    private sealed record EarlyStatus(DeliveryStatus Status, int? ErrorCode, MessagePrice? Price, DateTimeOffset HeardAt);
}
