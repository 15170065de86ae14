namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>Reads name, currency and domains; needs no scope, so it also shows whether a token works.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The shop's facts.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public async Task<ShopInfo> GetShopAsync(CancellationToken cancellationToken = default)
    {
        var operation = ShopOperations.Info;
        var data = await RequireAsync(operation, NoVariables.Instance, cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.Shop, "shop").ToModel(shape);
    }
}
