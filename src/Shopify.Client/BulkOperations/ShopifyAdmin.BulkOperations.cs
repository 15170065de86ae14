namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    private static readonly TimeSpan FirstBulkPoll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBulkPoll = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Starts a query over everything, whose answer comes as a file. The text has one to five connections, written with <c>edges { node { … } }</c>, without <c>first</c>, nested at
    /// most twice, and each node with connections in it asks for its <c>id</c>. Scopes: those of what it reads. Five may run at a time per app and shop. Not repeated after a
    /// lost answer: look among <see cref="GetBulkOperationsAsync"/> whether it runs.
    /// </summary>
    /// <param name="query">The GraphQL text, at most 65,535 bytes.</param>
    /// <param name="groupObjects">
    /// True, the default: children come directly after their parents, so that <see cref="ReadBulkFileAsync"/> can join them. False is quicker for Shopify, and children come as objects of
    /// their own when others stand between.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The operation, or what was refused.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/usage/bulk-operations/queries"/>
    public async Task<BulkOperationResult> RunBulkQueryAsync(string query, bool groupObjects = true, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        var operation = BulkOperations.Run;
        var data = await RequireAsync(operation, new BulkRunVariables(query, groupObjects), cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.BulkOperationRunQuery, "bulkOperationRunQuery").ToModel(shape);
    }

    /// <summary>
    /// Runs one mutation for each line of a file. Uploads the lines first; the answers come as a file too. Scopes: those of the mutation. Not repeated after a lost answer.
    /// </summary>
    /// <param name="mutation">The GraphQL text of one mutation with variables.</param>
    /// <param name="variables">The variables, JSON Lines, at most 100 MB; read from where it stands to its end, and not closed.</param>
    /// <param name="clientIdentifier">Told back by Shopify; null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The operation, or what was refused.</returns>
    /// <exception cref="ShopifyException">A call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/usage/bulk-operations/imports"/>
    public async Task<BulkOperationResult> RunBulkMutationAsync(
        string mutation, Stream variables, string? clientIdentifier = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mutation);
        ArgumentNullException.ThrowIfNull(variables);
        var place = await CreateBulkUploadAsync(cancellationToken).ConfigureAwait(false);
        if (place.Upload is not { } upload)
            return new BulkOperationResult(null, place.UserErrors);
        await _transport.Files.UploadAsync(Shop, upload, variables, cancellationToken).ConfigureAwait(false);
        var path = new AnswerShape(Shop, BulkOperations.Upload.OperationName).Need(upload.Path, "stagedTargets.parameters.key");
        return await RunUploadedBulkMutationAsync(mutation, path, clientIdentifier, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for a place to upload the variables of a bulk mutation to; <see cref="RunBulkMutationAsync"/> does all in one.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The place, or what was refused.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/stagedUploadsCreate"/>
    public async Task<BulkUploadResult> CreateBulkUploadAsync(CancellationToken cancellationToken = default)
    {
        var operation = BulkOperations.Upload;
        var input = new BulkUploadInputWire("BULK_MUTATION_VARIABLES", "variables.jsonl", "text/jsonl", "POST");
        var data = await RequireAsync(operation, new BulkUploadVariables([input]), cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.StagedUploadsCreate, "stagedUploadsCreate").ToModel(shape);
    }

    /// <summary>Runs one mutation for each line of a file that was uploaded before.</summary>
    /// <param name="mutation">The GraphQL text of one mutation with variables.</param>
    /// <param name="stagedUploadPath">Where the file lies, <see cref="BulkUpload.Path"/>.</param>
    /// <param name="clientIdentifier">Told back by Shopify; null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The operation, or what was refused.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/bulkOperationRunMutation"/>
    public async Task<BulkOperationResult> RunUploadedBulkMutationAsync(
        string mutation, string stagedUploadPath, string? clientIdentifier = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mutation);
        ArgumentException.ThrowIfNullOrWhiteSpace(stagedUploadPath);
        var operation = BulkOperations.RunMutation;
        var variables = new BulkRunMutationVariables(mutation, stagedUploadPath, clientIdentifier);
        var data = await RequireAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.BulkOperationRunMutation, "bulkOperationRunMutation").ToModel(shape);
    }

    /// <summary>Reads how far a bulk operation is.</summary>
    /// <param name="bulkOperationGid">The GID, <c>gid://shopify/BulkOperation/1</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The operation; null when there is none with this id.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/bulkOperation"/>
    public async Task<BulkOperation?> GetBulkOperationAsync(string bulkOperationGid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(bulkOperationGid);
        var operation = BulkOperations.Get;
        var data = await FindAsync(operation, new BulkIdVariables(bulkOperationGid), static data => data.BulkOperation, cancellationToken).ConfigureAwait(false);
        return data?.BulkOperation?.ToModel(new AnswerShape(Shop, operation.OperationName));
    }

    /// <summary>One page of this app's bulk operations in the shop, the newest first.</summary>
    /// <param name="first">How many; 1 to 250.</param>
    /// <param name="after">The <see cref="Page{T}.EndCursor"/> of the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is out of range.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/bulkOperations"/>
    public async Task<Page<BulkOperation>> GetBulkOperationsAsync(int first = 10, string? after = null, CancellationToken cancellationToken = default)
    {
        PageSize.Check(first, nameof(first));
        var operation = BulkOperations.List;
        var data = await RequireAsync(operation, new BulkListVariables(first, after), cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.BulkOperations, "bulkOperations").ToPage(bulk => bulk.ToModel(shape));
    }

    /// <summary>Calls a bulk operation off; it may take a moment until it ends. One that has ended is refused.</summary>
    /// <param name="bulkOperationGid">The GID, <c>gid://shopify/BulkOperation/1</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The operation, or what was refused.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/bulkOperationCancel"/>
    public async Task<BulkOperationResult> CancelBulkOperationAsync(string bulkOperationGid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(bulkOperationGid);
        var operation = BulkOperations.Cancel;
        var data = await RequireAsync(operation, new BulkIdVariables(bulkOperationGid), cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.BulkOperationCancel, "bulkOperationCancel").ToModel(shape);
    }

    /// <summary>
    /// Waits until a bulk operation has ended, well or not: asks again after one second, later every 30. A webhook <c>bulk_operations/finish</c> tells it earlier and at no cost:
    /// pass what it ends as <paramref name="told"/>.
    /// </summary>
    /// <param name="bulkOperationGid">The GID, <c>gid://shopify/BulkOperation/1</c>.</param>
    /// <param name="told">Ends when the webhook came; null: there is none.</param>
    /// <param name="cancellationToken">Ends the wait; give it a deadline.</param>
    /// <returns>The operation as it ended; null when there is none with this id.</returns>
    /// <exception cref="ShopifyException">A call failed.</exception>
    public async Task<BulkOperation?> WaitForBulkOperationAsync(string bulkOperationGid, Task? told = null, CancellationToken cancellationToken = default)
    {
        for (var pause = FirstBulkPoll; ; pause = pause * 2 < LongestBulkPoll ? pause * 2 : LongestBulkPoll)
        {
            var now = await GetBulkOperationAsync(bulkOperationGid, cancellationToken).ConfigureAwait(false);
            if (now is not { Status.IsOpen: true })
                return now;
            var wait = Task.Delay(pause, _transport.Time, cancellationToken);
            await (told is { IsCompleted: false } ? Task.WhenAny(told, wait) : wait).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// Reads a bulk operation's file object by object, each with its children, and holds no more than one at a time. The address is called without the shop's token. A file in which
    /// children do not follow their parents gives them as objects of their own, with <see cref="BulkObject.ParentId"/>.
    /// </summary>
    /// <param name="url">The address, <see cref="BulkOperation.Url"/>; ask for the operation again to get a fresh one.</param>
    /// <param name="offset">Where to begin, in bytes: 0, or a <see cref="BulkObject.NextOffset"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The objects.</returns>
    /// <exception cref="ShopifyException">The file cannot be read, or the connection broke; go on from the last <see cref="BulkObject.NextOffset"/>. Thrown while enumerating.</exception>
    public IAsyncEnumerable<BulkObject> ReadBulkFileAsync(string url, long offset = 0, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return _transport.Files.ReadAsync(Shop, new Uri(url), offset, cancellationToken);
    }
}
