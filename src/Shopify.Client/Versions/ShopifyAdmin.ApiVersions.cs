namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>
    /// Lists the API versions that Shopify offers; needs no scope and is the same for every shop. <see cref="ShopifyClient.VersionStatus"/> knows the answer afterwards:
    /// ask once a day.
    /// </summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The versions, oldest first.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/usage/versioning"/>
    public async Task<IReadOnlyList<OfferedApiVersion>> GetApiVersionsAsync(CancellationToken cancellationToken = default)
    {
        var operation = ApiVersionOperations.List;
        var data = await RequireAsync(operation, NoVariables.Instance, cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        IReadOnlyList<OfferedApiVersion> versions = [.. shape.Need(data.PublicApiVersions, "publicApiVersions").OfType<ApiVersionWire>().Select(version => version.ToModel(shape))];
        _transport.Versions.Offered(versions);
        return versions;
    }
}
