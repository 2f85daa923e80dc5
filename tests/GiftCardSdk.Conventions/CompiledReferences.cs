using System.Reflection;
using System.Reflection.Emit;

namespace GiftCardSdk.Conventions;

/// <summary>Every type that a compiled type refers to: in its ancestry, its members and the bodies of its methods.</summary>
internal static class CompiledReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The types that a type refers to, itself perhaps among them; of constructed types their definitions and arguments.</summary>
    public static IEnumerable<Type> Of(Type type) =>
        Directly(type)
            .SelectMany(named => named.Parts())
            .Where(named => !named.IsGenericParameter && !named.HasElementType)
            .Select(named => named.IsGenericType ? named.GetGenericTypeDefinition() : named)
            .Distinct();

    private static IEnumerable<Type> Directly(Type type)
    {
        var ancestry = type.GetInterfaces().Append(type.BaseType).OfType<Type>();
        var attributes = type.GetCustomAttributesData().Select(attribute => attribute.AttributeType);
        var constraints = type.GetGenericArguments().Where(argument => argument.IsGenericParameter).SelectMany(Constraints);
        var fields = type.GetFields(Declared).Select(field => field.FieldType);
        var methods = type.GetMembers(Declared).OfType<MethodBase>().SelectMany(method => OfSignature(method).Concat(OfBody(method)));
        return ancestry.Concat(attributes).Concat(constraints).Concat(fields).Concat(methods);
    }

    private static IEnumerable<Type> Constraints(Type argument) => argument.GetGenericParameterConstraints();

    private static IEnumerable<Type> OfSignature(MethodBase method)
    {
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType);
        var result = method is MethodInfo { ReturnType: var type } ? [type] : Array.Empty<Type>();
        var constraints = method.IsGenericMethodDefinition ? method.GetGenericArguments().SelectMany(Constraints) : [];
        return parameters.Concat(result).Concat(constraints);
    }

    private static IEnumerable<Type> OfBody(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return [];
        }

        var locals = body.LocalVariables.Select(local => local.LocalType);
        var caught = body
            .ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
            .Select(clause => clause.CatchType)
            .OfType<Type>();
        return locals.Concat(caught).Concat(Tokens(body.GetILAsByteArray() ?? []).SelectMany(token => Resolve(method, token)));
    }

    /// <summary>The tokens of types and members in a body, in order.</summary>
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length; )
        {
            short value = code[at++];
            if (value == 0xFE)
            {
                value = unchecked((short)(0xFE00 | code[at++]));
            }

            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += SizeOf(operand, code, at);
        }
    }

    private static int SizeOf(OperandType operand, byte[] code, int at) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
            _ => 4,
        };

    private static IEnumerable<Type> Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, ofType, ofMethod);
        return member switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType!, field.FieldType],
            MethodInfo { IsGenericMethod: true } called => [called.DeclaringType!, .. called.GetGenericArguments(), .. OfSignature(called)],
            MethodBase called => [called.DeclaringType!, .. OfSignature(called)],
            _ => [],
        };
    }
}
