namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>Prices a draft order without making it: discounts, shipping and tax. Scope: <c>write_draft_orders</c>.</summary>
    /// <param name="input">The draft; with a shipping address the ways of shipping come along.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The amounts, or what was refused.</returns>
    /// <exception cref="ArgumentException">No lines, or more than 499.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/draftOrderCalculate"/>
    public async Task<DraftOrderCalculation> CalculateDraftOrderAsync(DraftOrderInput input, CancellationToken cancellationToken = default)
    {
        var operation = DraftOrderOperations.Calculate;
        var data = await RequireAsync(operation, NewDraft(input), cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.DraftOrderCalculate, "draftOrderCalculate").ToModel(shape);
    }

    /// <summary>
    /// Makes a draft order. Scope: <c>write_draft_orders</c>; <c>read_orders</c> for the order it becomes. Not repeated after a lost answer,
    /// because that could make two.
    /// </summary>
    /// <param name="input">The draft.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The draft or what was refused; while it is not <see cref="DraftOrder.Ready"/> it has no invoice link yet.</returns>
    /// <exception cref="ArgumentException">No lines, or more than 499.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/draftOrderCreate"/>
    public Task<DraftOrderResult> CreateDraftOrderAsync(DraftOrderInput input, CancellationToken cancellationToken = default) =>
        ChangeAsync(DraftOrderOperations.Create, NewDraft(input), static data => data.DraftOrderCreate, cancellationToken);

    /// <summary>Reads a draft order. Scopes: <c>read_draft_orders</c>; <c>read_orders</c> for the order it became.</summary>
    /// <param name="draftOrderGid">The GID, <c>gid://shopify/DraftOrder/1</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The draft; null when there is none with this id.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/draftOrder"/>
    public async Task<DraftOrder?> GetDraftOrderAsync(string draftOrderGid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(draftOrderGid);
        var operation = DraftOrderOperations.Get;
        var data = await FindAsync(operation, new DraftOrderIdVariables(draftOrderGid), static data => data.DraftOrder, cancellationToken).ConfigureAwait(false);
        return data?.DraftOrder?.ToModel(new AnswerShape(Shop, operation.OperationName));
    }

    /// <summary>Changes a draft order; what the input leaves out stays. Scopes as for <see cref="CreateDraftOrderAsync"/>.</summary>
    /// <param name="draftOrderGid">The GID, <c>gid://shopify/DraftOrder/1</c>.</param>
    /// <param name="input">What shall be different; lines replace all lines.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The draft after the change, or what was refused.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/draftOrderUpdate"/>
    public Task<DraftOrderResult> UpdateDraftOrderAsync(string draftOrderGid, DraftOrderInput input, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(draftOrderGid);
        ArgumentNullException.ThrowIfNull(input);
        var variables = new DraftOrderUpdateVariables(draftOrderGid, DraftOrderInputWire.From(input));
        return ChangeAsync(DraftOrderOperations.Update, variables, static data => data.DraftOrderUpdate, cancellationToken);
    }

    /// <summary>
    /// Sends the invoice link by e-mail; in a chat <see cref="DraftOrder.InvoiceUrl"/> itself is enough. Scopes as for
    /// <see cref="CreateDraftOrderAsync"/>. Not repeated after a lost answer, because that could send two.
    /// </summary>
    /// <param name="draftOrderGid">The GID, <c>gid://shopify/DraftOrder/1</c>.</param>
    /// <param name="invoice">The e-mail; null for the shop's template to the draft's own address.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The draft after sending, or what was refused.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/draftOrderInvoiceSend"/>
    public Task<DraftOrderResult> SendDraftOrderInvoiceAsync(
        string draftOrderGid, DraftOrderInvoice? invoice = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(draftOrderGid);
        var email = invoice is null ? null : new EmailWire(invoice.To, invoice.Subject, invoice.CustomMessage);
        return ChangeAsync(
            DraftOrderOperations.InvoiceSend, new DraftOrderInvoiceSendVariables(draftOrderGid, email), static data => data.DraftOrderInvoiceSend, cancellationToken);
    }

    /// <summary>Deletes a draft order. Scope: <c>write_draft_orders</c>.</summary>
    /// <param name="draftOrderGid">The GID, <c>gid://shopify/DraftOrder/1</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What was refused; empty when it is deleted.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/draftOrderDelete"/>
    public async Task<IReadOnlyList<ShopifyUserError>> DeleteDraftOrderAsync(string draftOrderGid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(draftOrderGid);
        var operation = DraftOrderOperations.Delete;
        var data = await RequireAsync(operation, new DraftOrderIdVariables(draftOrderGid), cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        var payload = shape.Need(data.DraftOrderDelete, "draftOrderDelete");
        var refused = payload.UserErrors.ToUserErrors();
        if (refused.Count == 0)
            _ = shape.Need(payload.DeletedId, "draftOrderDelete.deletedId");
        return refused;
    }

    private static DraftOrderInputVariables NewDraft(DraftOrderInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.LineItems is not { Count: > 0 and < 500 })
            throw new ArgumentException("A draft order needs 1 to 499 lines.", nameof(input));
        return new DraftOrderInputVariables(DraftOrderInputWire.From(input));
    }

    private async Task<DraftOrderResult> ChangeAsync<TVariables, TData>(
        ShopifyOperation<TVariables, TData> operation, TVariables variables, Func<TData, DraftOrderPayloadWire?> payload, CancellationToken cancellationToken)
        where TData : class
    {
        var response = await ExecuteAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        // A draft that was made is given back even when one of its fields was refused, or it would be made twice.
        var data = PartialAnswer.Require(response, payload, Shop, operation.OperationName);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(payload(data), "payload").ToModel(shape);
    }
}
