using System.Runtime.CompilerServices;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Lists the flows of an account, page by page as they are read.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/flows/reference/flowsapi">Flows API</see>.
    /// </summary>
    /// <param name="waba">The account; the token must reach it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<FlowInfo> GetFlowsAsync(WabaId waba, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var node in PagesAsync("flows.list", $"{Segment(waba)}/flows?fields={FlowInfo.Fields}&limit=100", cancellationToken).ConfigureAwait(false))
        {
            if (FlowInfo.Read(node) is { } flow)
                yield return flow;
        }
    }

    /// <summary>Reads one flow.</summary>
    /// <param name="flow">Its id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<FlowInfo> GetFlowAsync(FlowId flow, CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("flows.get", $"{Segment(flow)}?fields={FlowInfo.Fields}"),
        static answer => FlowInfo.Read(answer) ?? throw Without("a flow", "its id"),
        cancellationToken);

    /// <summary>Where a flow can be tried in a browser.</summary>
    /// <param name="flow">Its id.</param>
    /// <param name="renew">Makes a new address; the old one no longer works.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<Uri?> GetFlowPreviewAsync(FlowId flow, bool renew = false, CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("flows.preview", $"{Segment(flow)}?fields=preview.invalidate({(renew ? "true" : "false")})"),
        static answer => answer.Member("preview").Address("preview_url"),
        cancellationToken);

    /// <summary>Creates a flow, as a draft unless it says otherwise.</summary>
    /// <param name="waba">The account that owns it.</param>
    /// <param name="flow">The flow, with name and categories.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">Name or categories are missing.</exception>
    public Task<FlowCreated> CreateFlowAsync(WabaId waba, FlowDraft flow, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flow);
        if (string.IsNullOrWhiteSpace(flow.Name) || flow.Categories is not { Count: > 0 })
            throw new ArgumentException("A new flow needs a name and at least one category.", nameof(flow));
        return ReadAsync(
            GraphCall.PostOnce("flows.create", $"{Segment(waba)}/flows", GraphBody.Of(flow.Write)),
            static answer => new FlowCreated(new FlowId(answer.Text("id") ?? throw Without("a flow", "its id")), FlowValidationError.ReadAll(answer)),
            cancellationToken);
    }

    /// <summary>Changes a flow's name, categories or endpoint.</summary>
    /// <param name="flow">Its id.</param>
    /// <param name="change">What to change.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task ChangeFlowAsync(FlowId flow, FlowDraft change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return DoAsync(GraphCall.Post("flows.change", Segment(flow), GraphBody.Of(change.Write)), cancellationToken);
    }

    /// <summary>Replaces the JSON of a draft.</summary>
    /// <param name="flow">Its id.</param>
    /// <param name="flowJson">The flow as UTF-8 JSON.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What is wrong with it; empty when nothing is.</returns>
    /// <exception cref="ArgumentException">It is not a JSON object.</exception>
    public Task<IReadOnlyList<FlowValidationError>> UploadFlowJsonAsync(
        FlowId flow, ReadOnlyMemory<byte> flowJson, CancellationToken cancellationToken = default)
    {
        if (!RawObject.IsObject(flowJson.Span))
            throw new ArgumentException("A flow is a JSON object.", nameof(flowJson));
        var (body, contentType) = FlowAssetForm.Of(flowJson.Span);
        return ReadAsync(
            GraphCall.Post("flows.upload_json", $"{Segment(flow)}/assets", body) with { ContentType = contentType },
            FlowValidationError.ReadAll,
            cancellationToken);
    }

    /// <summary>Deletes a draft. A published flow can only be deprecated.</summary>
    /// <param name="flow">Its id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task DeleteFlowAsync(FlowId flow, CancellationToken cancellationToken = default) =>
        DoAsync(GraphCall.Delete("flows.delete", Segment(flow)), cancellationToken);

    /// <summary>Publishes a draft. It can then be neither edited nor deleted.</summary>
    /// <param name="flow">Its id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task PublishFlowAsync(FlowId flow, CancellationToken cancellationToken = default) =>
        DoAsync(GraphCall.Post("flows.publish", $"{Segment(flow)}/publish", "{}"u8.ToArray()), cancellationToken);

    /// <summary>Takes a published flow out of use.</summary>
    /// <param name="flow">Its id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task DeprecateFlowAsync(FlowId flow, CancellationToken cancellationToken = default) =>
        DoAsync(GraphCall.Post("flows.deprecate", $"{Segment(flow)}/deprecate", "{}"u8.ToArray()), cancellationToken);

    /// <summary>Copies flows from another account; what became of each is in the answer.</summary>
    /// <param name="waba">The account to copy into.</param>
    /// <param name="source">The account to copy from.</param>
    /// <param name="names">Which, by name; empty for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RawAnswer> MigrateFlowsAsync(
        WabaId waba, WabaId source, IReadOnlyList<string>? names = null, CancellationToken cancellationToken = default)
    {
        var body = GraphBody.Of(json =>
        {
            json.WriteText("source_waba_id"u8, source.Value);
            if (names is { Count: > 0 })
                json.WriteTexts("source_flow_names"u8, names);
        });
        return _connection.CallAsync(Account, GraphCall.Post("flows.migrate", $"{Segment(waba)}/migrate_flows", body), RawParser, cancellationToken);
    }

    /// <summary>
    /// Gives the platform the public key with which flows encrypt what they send to this number's endpoint. Again after the number was registered anew.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/whatsapp-business-encryption">business encryption</see>.
    /// </summary>
    /// <param name="publicKeyPem">An RSA key of 2,048 bits in PEM.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task SetBusinessPublicKeyAsync(string publicKeyPem, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(publicKeyPem);
        var body = GraphBody.Of(json => json.WriteText("business_public_key"u8, publicKeyPem));
        return DoAsync(GraphCall.Post("encryption.set_key", $"{NumberSegment}/whatsapp_business_encryption", body), cancellationToken);
    }

    /// <summary>Reads the public key the platform has for this number.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<BusinessPublicKey> GetBusinessPublicKeyAsync(CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("encryption.get_key", $"{NumberSegment}/whatsapp_business_encryption"),
        static answer => answer.Member("data").ValueKind == System.Text.Json.JsonValueKind.Array ? BusinessPublicKey.Read(answer.First("data")) : BusinessPublicKey.Read(answer),
        cancellationToken);

    private static string Segment(FlowId flow) => string.IsNullOrWhiteSpace(flow.Value)
        ? throw new ArgumentException("A flow id is needed.", nameof(flow))
        : GraphCall.Segment(flow.Value);
}
