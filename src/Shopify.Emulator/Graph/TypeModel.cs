namespace Shopify.Emulator.Graph;

/// <summary>The answered fields of one schema type.</summary>
internal sealed class TypeModel<T>(GraphModel model, string name) where T : notnull
{
    public TypeModel<T> Field(string field, Func<T, object?> resolve) => Field(field, (source, _) => resolve(source));

    public TypeModel<T> Field(string field, Func<T, FieldScope, object?> resolve)
    {
        model.Add(name, field, (source, scope) => resolve((T)source, scope));
        return this;
    }

    /// <summary>A field that needs access scopes: without them it is null and <c>ACCESS_DENIED</c> joins the errors.</summary>
    public TypeModel<T> Field(string field, string[] scopes, Func<T, FieldScope, object?> resolve)
    {
        model.Add(name, field, (source, scope) =>
        {
            scope.Call.Require(scope.FieldName, scopes);
            return resolve((T)source, scope);
        });
        return this;
    }

    /// <summary>A field with protected customer data: null beside <c>ACCESS_DENIED</c> for apps that are not approved.</summary>
    public TypeModel<T> Protected(string field, Func<T, object?> resolve, int level = 2)
    {
        model.Add(name, field, (source, scope) =>
        {
            scope.Call.RequireProtected(name, field, level);
            return resolve((T)source);
        });
        return this;
    }

    /// <summary>A field whose answer takes time.</summary>
    public TypeModel<T> FieldAsync(string field, Func<T, FieldScope, Task<object?>> resolve)
    {
        model.Add(name, field, (source, scope) => resolve((T)source, scope));
        return this;
    }
}
