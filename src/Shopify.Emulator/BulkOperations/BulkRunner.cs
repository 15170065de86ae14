using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shopify.Emulator.Graph;
using Shopify.Emulator.OAuth;

namespace Shopify.Emulator.BulkOperations;

/// <summary>Runs bulk queries in the background, at most five at a time, and keeps their files for seven days.</summary>
internal sealed class BulkRunner(EmulatedShop shop)
{
    private const int MaxOpen = 5;
    private const long FirstId = 4_620_100_000_001;
    private static readonly TimeSpan FileLife = TimeSpan.FromDays(7);

    private readonly Lock _gate = new();
    private ImmutableList<BulkOperation> _all = [];
    private List<Action> _waiting = [];

    public bool IsHeld { get; private set; }

    public IReadOnlyList<BulkOperation> All => Volatile.Read(ref _all);

    public BulkOperation? Find(long? id) => All.FirstOrDefault(o => o.Id == id);

    public string? Url(BulkOperation operation) => operation.File is { Length: > 0 } && !HasExpired(operation)
        ? $"{shop.Url}/bulk/{operation.Key}.jsonl" : null;

    /// <summary>The file behind an address; null when it never was or its seven days are over.</summary>
    public byte[]? File(string key) => All.FirstOrDefault(o => Secrets.Same(o.Key, key)) is { } found && !HasExpired(found) ? found.File : null;

    /// <summary>Status as of now: files, and with them operations, expire.</summary>
    public string Status(BulkOperation operation) => operation.Status == "COMPLETED" && HasExpired(operation) ? "EXPIRED" : operation.Status;

    public void Hold(bool held)
    {
        List<Action> due = [];
        lock (_gate)
        {
            IsHeld = held;
            if (!held) (due, _waiting) = (_waiting, []);
        }

        foreach (var start in due) start();
    }

    public async Task<Answer> StartAsync(GraphCall call, string query, CancellationToken cancellationToken)
    {
        if (await BulkCheck.ProblemAsync(query, cancellationToken).ConfigureAwait(false) is { } problem)
            return Answer.Refused(new UserError(["query"], problem, "INVALID"));
        BulkOperation operation;
        lock (_gate)
        {
            var open = _all.Where(static o => o.IsOpen).ToList();
            if (open.Count >= MaxOpen)
                return Answer.Refused(new UserError(null,
                    $"A bulk query operation for this app and shop is already in progress: {string.Join(", ", open.Select(static o => o.Gid))}.", "OPERATION_IN_PROGRESS"));
            operation = new(FirstId + _all.Count, query, Secrets.Hex() + Secrets.Hex(), shop.Now());
            _all = _all.Add(operation);
            var scopes = call.Scopes;
            void Start() => _ = Task.Run(() => RunAsync(operation.Id, query, scopes), CancellationToken.None);
            if (IsHeld) _waiting.Add(Start);
            else Start();
        }

        return Answer.Of(("bulkOperation", operation));
    }

    public Answer Cancel(BulkOperation operation)
    {
        lock (_gate)
        {
            var now = Find(operation.Id)!;
            if (!now.IsOpen) return Answer.OfResult("bulkOperation", now, [new UserError(["id"], $"A bulk operation cannot be canceled when it is {now.Status.ToLowerInvariant()}")]);
            return Answer.Of(("bulkOperation", Finish(now with { Status = "CANCELED" })));
        }
    }

    private bool HasExpired(BulkOperation operation) => shop.Now() - operation.CompletedAt >= FileLife;

    private async Task RunAsync(long id, string query, GrantedScopes scopes)
    {
        lock (_gate)
        {
            if (Find(id) is not { Status: "CREATED" } created) return;
            _all = _all.Replace(created, created with { Status = "RUNNING" });
        }

        var (lines, error) = await ExecuteAsync(query, scopes).ConfigureAwait(false);
        lock (_gate)
        {
            if (Find(id) is not { Status: "RUNNING" } running) return;
            Finish(running with
            {
                Status = error is null ? "COMPLETED" : "FAILED",
                ErrorCode = error,
                File = error is null ? lines!.ToBytes() : null,
                ObjectCount = lines?.Objects ?? 0,
                RootObjectCount = lines?.Roots ?? 0,
            });
        }
    }

    private async Task<(JsonLines? Lines, string? Error)> ExecuteAsync(string query, GrantedScopes scopes)
    {
        var call = new GraphCall(shop, scopes) { IsBulk = true };
        var (result, _) = await GraphRunner.RunAsync(GraphApi.Admin, new(query, default, null), call, null, null, CancellationToken.None).ConfigureAwait(false);
        using var body = new MemoryStream();
        await GraphRunner.WriteAsync(body, result, CancellationToken.None).ConfigureAwait(false);
        var answer = JsonSerializer.Deserialize<JsonObject>(body.ToArray())!;
        if (answer["errors"] is JsonArray { Count: > 0 } errors)
            return (null, (string?)errors[0]!["extensions"]?["code"] == "ACCESS_DENIED" ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR");
        return (JsonLines.Of((JsonObject)answer["data"]!), null);
    }

    private BulkOperation Finish(BulkOperation done)
    {
        done = done with { CompletedAt = shop.Now() };
        _all = _all.Replace(Find(done.Id)!, done);
        shop.Publish("bulk_operations/finish", new JsonObject
        {
            ["admin_graphql_api_id"] = done.Gid,
            ["completed_at"] = Time(done.CompletedAt.Value),
            ["created_at"] = Time(done.CreatedAt),
            ["error_code"] = done.ErrorCode?.ToLowerInvariant(),
            ["status"] = done.Status.ToLowerInvariant(),
            ["type"] = "query",
        });
        return done;

        static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
    }
}
